// The command `npm run screenshots` makes the pictures of the README in docs/ from the running demo.
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startDemo } from '../e2e/support/demo-server.ts'
import { launchOptions } from '../testing/browsers/launch-options.ts'

const DOCS = fileURLToPath(new URL('../docs/', import.meta.url))
const SCHEMES = ['light', 'dark'] as const

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Waits until the board shows this number of events under this heading. */
const shows = (page: Page, total: string, events: string): Promise<unknown> =>
  page.locator(`[data-total="${total}"] dd`, { hasText: new RegExp(`^${events}$`) }).waitFor()

const cause = async (page: Page, trouble: string): Promise<void> => {
  const switched = page.waitForResponse('**/vendor')
  await page.getByRole('radio', { name: trouble, exact: true }).check()
  await switched
}

/** Makes deliveries, a dead letter, a delay, and a burst on its way. */
const play = async (page: Page): Promise<void> => {
  await page.getByLabel('Your e-mail').fill('ada@shop.test')
  await press(page, 'Identify')
  await press(page, 'Look closer')
  await press(page, 'Add to cart')
  await press(page, 'Track 200')
  await shows(page, 'delivered', '203')
  await press(page, 'Refuse one event')
  await page.getByText('refuses the next event').waitFor()
  await press(page, 'Add to cart')
  await shows(page, 'dead', '1')
  await cause(page, '503')
  await press(page, 'Look closer')
  await page.getByText('without success').waitFor()
  await cause(page, 'Slow')
  await press(page, 'Track 200')
  await shows(page, 'inFlight', '[1-9]\\d*')
  // The wait lets all flaps finish turning.
  await page.waitForTimeout(600)
  await page.evaluate(() => scrollTo(0, 0))
}

/**
 * Makes a picture with a demo of its own, so that an event that is still on its way for one picture does not appear in
 * the next.
 */
const shoot = async (
  browser: Browser,
  colorScheme: 'light' | 'dark',
  name: string,
  viewport: { readonly width: number; readonly height: number },
  prepare: (page: Page) => Promise<unknown>,
): Promise<void> => {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const demo = await startDemo()
  try {
    await page.goto(demo.origin)
    await play(page)
    await prepare(page)
    await page.screenshot({ path: `${DOCS}${name}-${colorScheme}.png` })
  } finally {
    // The demo is stopped after a failure, too: a server that is left behind would keep this process running.
    await context.close()
    await demo.close()
  }
}

const shootAll = async (browser: Browser): Promise<void> => {
  for (const scheme of SCHEMES) {
    await shoot(browser, scheme, 'board', { width: 1_440, height: 1_000 }, async () => undefined)
    await shoot(browser, scheme, 'phone', { width: 390, height: 844 }, (page) =>
      page.locator('.board').evaluate((board) => board.scrollIntoView()),
    )
    await shoot(browser, scheme, 'overlay', { width: 1_000, height: 800 }, async (page) => {
      // The demo's own board is removed, so that the page looks like any other shop.
      await page.locator('#station').evaluate((station) => station.remove())
      await page.locator('.peek').evaluate((peek) => peek.remove())
      await page.addScriptTag({ url: '/dist/inspector.js' })
      await page.locator('sendoff-inspector .board li').first().waitFor()
    })
  }
}

const browser = await chromium.launch(launchOptions)
try {
  await shootAll(browser)
} finally {
  await browser.close()
}
