import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { TrackerProvider } from 'sendoff/react'
import App from './App'
import { track } from './track'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <TrackerProvider track={track}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </TrackerProvider>
    </StrictMode>,
  )
