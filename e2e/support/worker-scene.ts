import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import type { Vendor } from '../../testing/http/vendor.ts'
import { attributesFor, test as bare, pageWith } from './scene.ts'
import { statusOf } from './shop-page.ts'

export const WORKER = '/dist/sendoff.worker.js'

/** A shop that has switched the worker on. */
export const workerShop = (vendor: Vendor, src?: string): string =>
  pageWith(snippet({ ...attributesFor(vendor), 'data-worker': WORKER }, src))

export const test = bare.extend<{ readonly shop: string }>({
  shop: async ({ site, vendor }, use) => {
    site.setPage('/', workerShop(vendor))
    await use(site.origin)
  },
})

/** Waits until `page` knows of its worker. */
export const expectWorker = (page: Tab, state: 'active' | 'refused' | 'none' = 'active'): Promise<void> =>
  expect
    .poll(async () => (await statusOf(page)).queues[0]?.worker, { message: 'the worker', timeout: 30_000 })
    .toBe(state)

/** The workers of the page's origin, by the addresses of their scopes. */
export const scopesOf = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => decodeURIComponent(scope)),
  )

/** How many requests the page itself has made of the vendor. */
export const pageRequests = (page: Tab, vendor: Vendor): Promise<number> =>
  page.evaluate(
    (origin) => performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(origin)).length,
    vendor.origin,
  )
