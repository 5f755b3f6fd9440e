// A shop in React: rendered on the server by Node, hydrated in the page by the same component.
import { createElement, StrictMode, useEffect } from 'react'
import { createTracker } from '../../src/create-tracker.ts'
import type { Tracker } from '../../src/tracker.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'

/** Starts the tracker as a site does: at the top of a module, on the server, too. */
export const startShop = (endpoint: string) => {
  const track: Tracker = createTracker({ destinations: [klaviyo({ companyId: 'AbC123', endpoint })] })
  const Product = () => {
    // In strict mode React runs effects twice during development: the id makes one event of both calls.
    useEffect(() => {
      track('Viewed Product', { label: 'viewed' }, { id: 'view-1' })
    }, [])
    return createElement(
      'button',
      { type: 'button', onClick: () => track('Added', { label: 'added' }) },
      'Add',
    )
  }
  // On the server this call does nothing.
  track('Rendered', { label: typeof document === 'undefined' ? 'on the server' : 'in the page' })
  return { track, tree: createElement(StrictMode, null, createElement(Product)) }
}
