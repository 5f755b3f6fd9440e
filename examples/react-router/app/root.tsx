import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useBlocker, useLocation } from 'react-router'
import { TrackerProvider, usePageView } from 'sendoff/react'
import { track } from './track'

export const Layout = ({ children }: { readonly children: ReactNode }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <link rel="icon" href="data:," />
      <Meta />
      <Links />
    </head>
    <body>
      {children}
      <ScrollRestoration />
      <Scripts />
    </body>
  </html>
)

const PageViews = () => {
  usePageView(useLocation().pathname)
  return null
}

export default function Root() {
  useBlocker(({ nextLocation }) => nextLocation.pathname === '/sold-out')
  return (
    <TrackerProvider track={track}>
      <PageViews />
      <Outlet />
    </TrackerProvider>
  )
}
