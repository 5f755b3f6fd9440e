import { snippet } from '../../demo/snippet.ts'
import {
  createKlaviyoEmulator,
  type KlaviyoEmulator,
  type KlaviyoEmulatorOptions,
} from '../../src/vendors/klaviyo/emulator/emulator.ts'
import type { Site } from '../../testing/http/site.ts'
import { startVendor, type Vendor } from '../../testing/http/vendor.ts'
import { withBrowsers } from './browsers.ts'
import { type DemoServer, startDemo } from './demo-server.ts'
import { startFreshSite } from './fresh-site.ts'
import { type Attributes, KEY, pageWith } from './shop-html.ts'

/** What a spec may set for its shop: `test.use({ attributes: { 'data-bots': 'ignore' } })`. */
interface ShopOptions<Rules> {
  /** What the emulator refuses beyond its own rules. */
  readonly rules: Rules
  /** The script of the shop's tag, below `/dist/`. */
  readonly script: string
  /** The attributes that name the vendor and its account. */
  readonly account: Attributes
  /** The attributes of the tag besides the account and the endpoint. */
  readonly attributes: Attributes
  /** The HTML before the tag. */
  readonly head: string
  /** The HTML behind the tag. */
  readonly tail: string
}

interface Shop<Kind> {
  /** The vendor's record, by which every test is judged. */
  readonly emulator: Kind
  /** The vendor's server, which fails on demand. */
  readonly vendor: Vendor
  /** A shop: `/` and `/next` carry the script tag, `/bare` does not. */
  readonly site: Site
}

/**
 * Makes a test with a vendor, a shop and a browser of its own, all of them real and on this machine. A part that a test
 * does not use is not started.
 */
export const testAt = <Kind extends { handle(request: Request): Promise<Response> }, Rules extends object>({
  script,
  account,
  create,
}: Pick<ShopOptions<Rules>, 'script' | 'account'> & { readonly create: (rules: Rules) => Kind }) =>
  withBrowsers.extend<ShopOptions<Rules> & Shop<Kind>>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    rules: [async ({}, use) => use({} as Rules), { option: true }],
    script: [script, { option: true }],
    account: [account, { option: true }],
    attributes: [{}, { option: true }],
    head: ['', { option: true }],
    tail: ['', { option: true }],
    emulator: async ({ rules }, use) => use(create(rules)),
    vendor: async ({ emulator }, use) => {
      const vendor = await startVendor(emulator)
      await use(vendor)
      await vendor.close()
    },
    site: async ({ vendor, script, account, attributes, head, tail }, use) => {
      const tag = { ...account, 'data-endpoint': vendor.origin, ...attributes }
      const shop = pageWith(head + snippet(tag, `/dist/${script}`) + tail)
      const site = await startFreshSite({ '/': shop, '/next': shop, '/bare': pageWith('') })
      await use(site)
      await site.close()
    },
  })

/** The test of everything that does not depend on the vendor; its vendor is Klaviyo. */
export const test = testAt<KlaviyoEmulator, KlaviyoEmulatorOptions>({
  script: 'sendoff.klaviyo.js',
  account: { 'data-key': KEY },
  create: createKlaviyoEmulator,
}).extend<
  {
    /** The same emulator as `emulator`. */
    readonly klaviyo: KlaviyoEmulator
    /** A demo where nothing has arrived. */
    readonly freshDemo: DemoServer
  },
  {
    /** The demo of all tests of a file, each of which leaves it calm. */
    readonly demo: DemoServer
  }
>({
  klaviyo: ({ emulator }, use) => use(emulator),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  freshDemo: async ({}, use) => {
    const demo = await startDemo()
    await use(demo)
    await demo.close()
  },
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const demo = await startDemo()
      await use(demo)
      await demo.close()
    },
    { scope: 'worker' },
  ],
})

/** The settings for `test.use` that give the shop the full script. */
export const FULL = {
  script: 'sendoff.full.js',
  account: { 'data-destination': 'klaviyo', 'data-key': KEY },
}
