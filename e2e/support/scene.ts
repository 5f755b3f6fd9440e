import { snippet } from '../../demo/snippet.ts'
import {
  createKlaviyoEmulator,
  type KlaviyoEmulator,
  type KlaviyoEmulatorOptions,
} from '../../src/vendors/klaviyo/emulator/emulator.ts'
import type { Site } from '../../testing/http/site.ts'
import { startVendor, type Vendor } from '../../testing/http/vendor.ts'
import { startFreshSite } from './fresh-site.ts'
import { withVisitors } from './visiting.ts'

export interface Scene {
  /** What the emulator refuses beyond its own rules. */
  readonly rules: KlaviyoEmulatorOptions
  /** The vendor's record: the judge of every test. */
  readonly klaviyo: KlaviyoEmulator
  /** The vendor's server, which fails on demand. */
  readonly vendor: Vendor
  /** A shop: `/` and `/next` carry the script tag, `/bare` does not. */
  readonly site: Site
}

/** The attributes of the script tag, so that it speaks to this vendor. */
export const attributesFor = (vendor: Vendor) => ({ 'data-key': 'AbC123', 'data-endpoint': vendor.origin })

/** A page that carries `head`, and nothing that asks for another file. */
export const pageWith = (head: string): string =>
  `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${head}`

/** A test with a vendor, a shop and a browser of its own, all of them real and on this machine. */
export const test = withVisitors.extend<Scene>({
  rules: [{}, { option: true }],
  klaviyo: async ({ rules }, use) => use(createKlaviyoEmulator(rules)),
  vendor: async ({ klaviyo }, use) => {
    const vendor = await startVendor(klaviyo)
    await use(vendor)
    await vendor.close()
  },
  site: async ({ vendor }, use) => {
    const shop = pageWith(snippet(attributesFor(vendor)))
    const site = await startFreshSite({ '/': shop, '/next': shop, '/bare': pageWith('') })
    await use(site)
    await site.close()
  },
})
