import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test'
import { launchOptions } from '../../testing/browsers/launch-options.ts'
import { serveSite } from './built-site.ts'

interface Shared {
  readonly origin: string
  readonly browser: Browser
}

/** The built site on this machine, and a page of a browser; whatever asks another host, or breaks, fails the test. */
export const test = base.extend<{ readonly page: Page }, Shared>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const { origin, stop } = await serveSite()
      await use(origin)
      await stop()
    },
    { scope: 'worker' },
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
  page: async ({ browser, origin }, use) => {
    const context = await browser.newContext({ viewport: { width: 1_400, height: 1_000 } })
    const asked: string[] = []
    const failed: string[] = []
    const broken: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    context.on('response', (response) => response.status() === 404 && failed.push(response.url()))
    context.on('weberror', (error) => broken.push(error.error().message))
    await use(await context.newPage())
    await context.close()
    expect(asked.length).toBeGreaterThan(0)
    expect(
      asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:')),
      'other hosts',
    ).toEqual([])
    expect(failed, 'files that are not there').toEqual([])
    expect(broken, 'errors').toEqual([])
  },
})
