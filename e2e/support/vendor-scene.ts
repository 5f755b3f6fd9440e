import { snippet } from '../../demo/snippet.ts'
import type { Site } from '../../testing/http/site.ts'
import { startVendor, type Vendor } from '../../testing/http/vendor.ts'
import { startFreshSite } from './fresh-site.ts'
import { pageWith } from './scene.ts'
import { withVisitors } from './visiting.ts'

interface Emulator {
  handle(request: Request): Promise<Response>
}

export interface VendorScene<Kind extends Emulator, Rules> {
  /** What the emulator refuses beyond its own rules. */
  readonly rules: Rules
  /** The vendor's record: the judge of every test. */
  readonly emulator: Kind
  /** The vendor's server, which fails on demand. */
  readonly vendor: Vendor
  /** What the script tag says beside the key and the endpoint. */
  readonly attributes: Readonly<Record<string, string>>
  /** A shop: `/` and `/next` carry the script tag, `/bare` does not. */
  readonly site: Site
}

/** A test with one vendor, a shop and a browser of its own, all of them real and on this machine. */
export const testWith = <Kind extends Emulator, Rules extends object>({
  script,
  attributes: key,
  create,
}: {
  /** Below `/dist/`. */
  readonly script: string
  readonly attributes: Readonly<Record<string, string>>
  readonly create: (rules: Rules) => Kind
}) =>
  withVisitors.extend<VendorScene<Kind, Rules>>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    rules: [async ({}, use) => use({} as Rules), { option: true }],
    attributes: [{}, { option: true }],
    emulator: async ({ rules }, use) => use(create(rules)),
    vendor: async ({ emulator }, use) => {
      const vendor = await startVendor(emulator)
      await use(vendor)
      await vendor.close()
    },
    site: async ({ vendor, attributes }, use) => {
      const tag = { ...key, 'data-endpoint': vendor.origin, ...attributes }
      const shop = pageWith(snippet(tag, `/dist/${script}`))
      const site = await startFreshSite({ '/': shop, '/next': shop, '/bare': pageWith('') })
      await use(site)
      await site.close()
    },
  })
