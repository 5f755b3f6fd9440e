import { Route, Routes, useLocation } from 'react-router'
import { usePageView } from 'sendoff/react'
import { Home } from './home'
import { Product } from './product'

export default function App() {
  usePageView(useLocation().pathname)
  return (
    <Routes>
      <Route path="/" element={<Home />} />
      <Route path="/product/:sku" element={<Product />} />
    </Routes>
  )
}
