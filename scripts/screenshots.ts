// Makes the pictures of the README in docs/, from the running demo: npm run screenshots
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type DemoServer, startDemo } from '../e2e/chromium/demo-server.ts'
import { launchOptions } from '../e2e/engines/launch-options.ts'

const DOCS = fileURLToPath(new URL('../docs/', import.meta.url))
const SCHEMES = ['light', 'dark'] as const

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()

/** So many events stand so on the board. */
const shows = (page: Page, total: string, events: string): Promise<unknown> =>
  page.locator(`[data-total="${total}"] dd`, { hasText: new RegExp(`^${events}$`) }).waitFor()

const cause = async (page: Page, trouble: string): Promise<void> => {
  const switched = page.waitForResponse('**/vendor')
  await page.getByRole('radio', { name: trouble, exact: true }).check()
  await switched
}

/** Deliveries, a dead letter, a delay, and a burst on its way. */
const play = async (page: Page): Promise<void> => {
  await cause(page, 'None')
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
  // Everything that turns has turned.
  await page.waitForTimeout(600)
  await page.evaluate(() => scrollTo(0, 0))
}

const shoot = async (
  browser: Browser,
  demo: DemoServer,
  colorScheme: 'light' | 'dark',
  name: string,
  viewport: { readonly width: number; readonly height: number },
  prepare: (page: Page) => Promise<unknown>,
): Promise<void> => {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(demo.origin)
  await play(page)
  await prepare(page)
  await page.screenshot({ path: `${DOCS}${name}-${colorScheme}.png` })
  await context.close()
}

const demo = await startDemo()
const browser = await chromium.launch(launchOptions)
for (const scheme of SCHEMES) {
  await shoot(browser, demo, scheme, 'board', { width: 1_440, height: 1_000 }, async () => undefined)
  await shoot(browser, demo, scheme, 'phone', { width: 390, height: 844 }, (page) =>
    page.locator('.board').evaluate((board) => board.scrollIntoView()),
  )
  await shoot(browser, demo, scheme, 'overlay', { width: 1_000, height: 800 }, async (page) => {
    // Without the demo's own board, as on any other shop.
    await page.locator('#station').evaluate((station) => station.remove())
    await page.addScriptTag({ url: '/dist/inspector.js' })
    await page.locator('sendoff-inspector .board li').first().waitFor()
  })
}
await browser.close()
await demo.close()
