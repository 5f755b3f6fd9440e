import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import type { Vendor } from '../../testing/http/vendor.ts'
import { OFTEN, statusOf } from './shop-page.ts'

export const WORKER = '/dist/sendoff.worker.js'

/** Waits until `page` knows the state of its worker. */
export const expectWorker = (page: Tab, state: 'active' | 'refused' | 'none' = 'active'): Promise<void> =>
  expect
    .poll(async () => (await statusOf(page)).queues[0]?.worker, {
      ...OFTEN,
      message: 'the worker',
      timeout: 30_000,
    })
    .toBe(state)

/** Returns the scopes of the workers of the page's origin. */
export const scopesOf = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => decodeURIComponent(scope)),
  )

/** Returns how many requests to the vendor the page itself has made. */
export const pageRequests = (page: Tab, vendor: Vendor): Promise<number> =>
  page.evaluate(
    (origin) => performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(origin)).length,
    vendor.origin,
  )
