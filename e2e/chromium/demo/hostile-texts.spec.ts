import { expect, type Page } from '@playwright/test'
import { snippet } from '../../../demo/snippet.ts'
import type { Site } from '../../../testing/http/site.ts'
import { test as base } from '../../support/fixtures.ts'
import { KEY, pageWith } from '../../support/shop-html.ts'
import { calm, open } from './demo-page.ts'

/** The text has no quotes, because the reading of a vendor's words ends at one. */
const SCRIPT = '<img src=x onerror=window.hacked=1><script>window.hacked=1</script>'

/** A surface that shows the queue, on a page that tracks. */
interface Surface {
  readonly page: Page
  /** The selector of the element that must contain the texts. */
  readonly root: string
}

/** The shop sends to the demo's vendors, too. */
const test = base.extend({
  site: async ({ site, demo }, use) => {
    site.setPage('/', pageWith(snippet({ 'data-key': KEY, 'data-endpoint': demo.vendorOrigin })))
    await use(site)
  },
})

const SURFACES = {
  board: async (page: Page, origin: string, query: string): Promise<Surface> => {
    await page.goto(`${origin}/${query}`)
    await expect(page.getByRole('heading', { name: 'Departures' })).toBeVisible()
    return { page, root: '#station' }
  },
  overlay: async (page: Page, origin: string, query: string): Promise<Surface> => {
    await page.goto(`${origin}/${query}`)
    await page.addScriptTag({ url: '/dist/inspector.js' })
    await expect(page.getByRole('heading', { name: 'Departures' })).toBeVisible()
    return { page, root: 'sendoff-inspector' }
  },
}

/** Expects that the text is shown as it is, and that nothing in it has run. */
const expectText = async ({ page, root }: Surface, text = SCRIPT): Promise<void> => {
  const place = page.locator(root)
  await expect(place).toContainText(text)
  expect(await place.locator('img, script, iframe').count()).toBe(0)
  expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined()
}

/** Opens the lines to show their events. */
const openLines = async ({ page, root }: Surface): Promise<void> => {
  for (const summary of await page.locator(`${root} .board summary`).all()) await summary.click()
}

test.afterEach(({ demo }) => calm(demo))

for (const [name, start] of Object.entries(SURFACES))
  test.describe(`a script on the ${name} is shown as text`, () => {
    const originOf = (demo: { origin: string }, site: Site) => (name === 'board' ? demo.origin : site.origin)

    test('in the name of an event', async ({ page, demo, site }) => {
      const surface = await start(page, originOf(demo, site), '')
      await page.evaluate((text) => window.track(text), SCRIPT)
      await expectText(surface)
    })

    test('in a property, and its name', async ({ page, demo, site }) => {
      const surface = await start(page, originOf(demo, site), '')
      await page.evaluate((text) => window.track('Tested', { [text]: text }), SCRIPT)
      await expect(page.locator(surface.root)).toContainText('Tested')
      await openLines(surface)
      await expectText(surface)
      await expectText(surface, `"${SCRIPT}": "${SCRIPT}"`)
    })

    test('in the address of the page', async ({ page, demo, site }) => {
      const surface = await start(page, originOf(demo, site), `?vendor=klaviyo&q=${SCRIPT}#${SCRIPT}`)
      await page.evaluate(() => window.track('Tested', { url: decodeURI(location.href) }))
      await expect(page.locator(surface.root)).toContainText('Tested')
      await openLines(surface)
      await expectText(surface)
    })

    test('in the words with which a vendor refuses', async ({ page, demo, site }) => {
      await page.route(`${demo.vendorOrigin}/**`, (route) =>
        route.fulfill({
          status: 400,
          headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
          body: JSON.stringify({ errors: [{ detail: SCRIPT }] }),
        }),
      )
      const surface = await start(page, originOf(demo, site), '')
      await page.evaluate(() => window.track('Tested'))
      await expect(page.locator(surface.root)).toContainText('Refused')
      await expectText(surface)
    })

    test('in who the visitor is', async ({ page, demo, site }) => {
      const surface = await start(page, originOf(demo, site), '')
      await page.evaluate((text) => {
        window.track.identify(text)
        window.track('Tested')
      }, SCRIPT)
      await expect(page.locator(surface.root)).toContainText('Tested')
      await openLines(surface)
      await expectText(surface)
    })
  })

test('a script in the path of a request, or in what a vendor has recorded, is shown as text', async ({
  page,
  demo,
}) => {
  await open(page, demo)
  await fetch(`${demo.vendorOrigin}/client/${SCRIPT}?q=${SCRIPT}`, { method: 'POST', body: SCRIPT })
  await page.evaluate((text) => {
    window.track.identify(text)
    window.track(text, { ticket: text })
  }, SCRIPT)
  const panels = page.locator('.panels')
  await expect(panels.locator('.panel').nth(1)).toContainText(SCRIPT)
  for (const summary of await panels.locator('summary').all()) await summary.click()
  await expectText({ page, root: '.panels' })

  await page.goto(`${demo.origin}/arrived`)
  await expect(page.locator('#events')).toContainText(SCRIPT)
  await expectText({ page, root: 'main' })
})
