import { expect, type Page } from '@playwright/test'
import { snippet } from '../../../demo/snippet.ts'
import { test } from '../../support/fixtures.ts'
import { attributesFor, pageWith } from '../../support/shop-html.ts'
import { linesWith } from '../demo/demo-page.ts'

/** Loads the script as a bookmarklet does. */
const inspect = (page: Page): Promise<unknown> => page.addScriptTag({ url: '/dist/inspector.js' })

const databases = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

/** Returns everything that the tracker has in its database. */
const records = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('sendoff')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('sendoff').objectStore('sendoff').getAllKeys()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )

test('opens over a live page, shows what waits and why there were flushes, and closes', async ({
  page,
  vendor,
  site,
}) => {
  await vendor.setMode({ type: 'slow', ms: 1_500 })
  await page.goto(site.origin)
  await inspect(page)
  await page.evaluate(() => window.track('Viewed Product', { sku: 'A-1' }))
  const panel = page.getByRole('complementary', { name: 'sendoff inspector' })
  await expect(linesWith(page, 'in flight')).toContainText('Viewed Product')
  await expect(linesWith(page, 'delivered')).toContainText('Viewed Product')
  await expect(panel).toContainText('interval')
  await expect(panel).toContainText('1 event delivered')

  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toHaveCount(0)
})

test('opened again, it closes; the Escape key closes it, too', async ({ page, site }) => {
  await page.goto(site.origin)
  const panel = page.getByRole('complementary', { name: 'sendoff inspector' })
  await inspect(page)
  await expect(panel).toBeVisible()
  await inspect(page)
  await expect(panel).toHaveCount(0)
  await inspect(page)
  await panel.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('looks as it should where a content policy forbids styles', async ({ page, vendor, site }) => {
  // The policy is that of a careful shop: no inline styles, scripts of its own and one inline script only.
  const policy = `default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'none'; img-src data:; connect-src ${vendor.origin}`
  const html = pageWith(snippet(attributesFor(vendor)))
  site.setPage('/strict', { html, headers: { 'Content-Security-Policy': policy } })
  const complaints: string[] = []
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  await page.goto(`${site.origin}/strict`)
  await inspect(page)
  const panel = page.getByRole('complementary', { name: 'sendoff inspector' })
  await expect(panel).toHaveCSS('position', 'fixed')
  expect(complaints).toEqual([])
})

test('only looks: it makes no database, and changes none', async ({ page, vendor, site }) => {
  await page.goto(`${site.origin}/bare`)
  await inspect(page)
  await expect(page.getByRole('heading', { name: 'Departures' })).toBeVisible()
  expect(await databases(page)).toEqual([])

  await vendor.setMode({ type: 'status', status: 503, cors: true })
  await page.goto(site.origin)
  await page.evaluate(() => window.track('Viewed Product').stored)
  const before = await records(page)
  await inspect(page)
  await expect(linesWith(page, 'waiting')).toHaveCount(1)
  expect(await records(page)).toEqual(before)
})

test('shows the queue of a page whose tracker has another name, or none', async ({ page, vendor, site }) => {
  await vendor.setMode({ type: 'status', status: 503, cors: true })
  await page.goto(site.origin)
  await page.evaluate(() => window.track('Viewed Product').stored)
  await page.goto(`${site.origin}/bare`)
  await inspect(page)
  await expect(linesWith(page, 'waiting')).toContainText('Viewed Product')
})
