import {
  type Browser,
  type BrowserContext,
  test as base,
  chromium,
  expect,
  type Page,
} from '@playwright/test'
import type { Tracker } from '../../src/tracker.ts'
import { createKlaviyoEmulator, type KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { launchOptions } from '../../testing/browsers/launch-options.ts'
import { startVendor, type Vendor } from '../../testing/http/vendor.ts'
import { startWordPress, type WordPress } from './site.ts'

interface Shared {
  readonly klaviyo: KlaviyoEmulator
  readonly vendor: Vendor
  readonly wordpress: WordPress
  readonly browser: Browser
}

interface Scene {
  /** A browser that was never here. */
  readonly visitor: BrowserContext
}

/** A real WordPress with the plugin, a strict Klaviyo, and a browser that reaches nothing but this machine. */
export const test = base.extend<Scene, Shared>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  klaviyo: [async ({}, use) => use(createKlaviyoEmulator()), { scope: 'worker' }],
  vendor: [
    async ({ klaviyo }, use) => {
      const vendor = await startVendor(klaviyo)
      await use(vendor)
      await vendor.close()
    },
    { scope: 'worker' },
  ],
  wordpress: [
    async ({ vendor }, use) => {
      const wordpress = await startWordPress(vendor.origin)
      await use(wordpress)
      await wordpress.close()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: see above.
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  visitor: async ({ browser, klaviyo, wordpress }, use) => {
    klaviyo.reset()
    const visitor = await browser.newContext()
    const errors: string[] = []
    visitor.on('weberror', (error) => errors.push(error.error().message))
    await use(visitor)
    await visitor.close()
    expect(errors, 'errors of pages').toEqual([])
    expect(wordpress.problems(), 'complaints of PHP').toEqual([])
    expect(klaviyo.violations(), 'requests that break the rules').toEqual([])
  },
})

/** Everybody's password is their name. */
export const logIn = async (visitor: BrowserContext, { origin }: WordPress, name: string): Promise<Page> => {
  const page = await visitor.newPage()
  await page.goto(`${origin}/wp-login.php`)
  await page.fill('#user_login', name)
  await page.fill('#user_pass', name)
  await page.click('#wp-submit')
  await page.waitForURL(/wp-admin/)
  return page
}

/** Activates the plugin with these settings. */
export const setUp = ({ run }: WordPress, settings: Readonly<Record<string, string>> = {}): void => {
  const json = JSON.stringify({ key: 'AbC123', ...settings })
  run(
    `activate_plugin('sendoff/sendoff.php'); return update_option('sendoff', json_decode('${json}', true));`,
  )
}

/** Waits until nothing that this page's visitor has tracked is left in the browser. */
export const expectDelivered = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const { queues } = await (Reflect.get(window, 'track') as Tracker).status()
          return queues.map(({ queued }) => queued)
        }),
      { message: 'events still queued' },
    )
    .toEqual([0])

/** Requests that tell the vendor of a person. */
export const profileRequests = (klaviyo: KlaviyoEmulator) =>
  klaviyo.requests().filter(({ method, path }) => method === 'POST' && path.includes('/profiles'))

/** What was recorded, by name. */
export const recorded = (klaviyo: KlaviyoEmulator) => klaviyo.events().map(({ metric }) => metric)
