// A shop with React Router, whose pages render their titles as elements that React puts into the head.
import { createElement, Fragment, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link } from 'react-router'
import { RouterProvider } from 'react-router/dom'

const Page = ({ name }: { readonly name: string }) => {
  useEffect(() => void window.track('Mounted', { label: name }), [name])
  return createElement(
    Fragment,
    null,
    createElement('title', null, name),
    createElement('h1', null, name),
    createElement(Link, { to: '/app/cart' }, 'Cart'),
  )
}
const router = createBrowserRouter([
  { path: '/app', element: createElement(Page, { name: 'Shop' }) },
  { path: '/app/cart', element: createElement(Page, { name: 'Cart' }) },
])
// The server's title would stay beside those of the pages, and would be the one that counts.
document.querySelector('title')?.remove()
createRoot(document.getElementById('root') as HTMLElement).render(createElement(RouterProvider, { router }))
