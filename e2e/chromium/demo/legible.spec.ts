import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { DemoServer } from '../../support/demo-server.ts'
import { test } from '../../support/fixtures.ts'
import { cutTexts } from './cut-texts.ts'
import { calm, cause, linesWith, open, press } from './demo-page.ts'

const WIDTHS = [360, 768, 1_440]
const LONG = `An ${'unbreakable'.repeat(10)} name`

/**
 * Fills the board with one event of each kind: delivered, refused, waiting, opened, with texts that are hard to fit in.
 */
const fill = async (page: Page, demo: DemoServer): Promise<void> => {
  await open(page, demo)
  await press(page, 'Add to cart')
  await expect(linesWith(page, 'delivered').first()).toBeVisible()
  await press(page, 'Refuse one event')
  await expect(page.locator('.trouble [role=status]')).toContainText('refuses the next event')
  await page.evaluate((name) => window.track(name, { ticket: name, [name]: name.repeat(9) }), LONG)
  await expect(linesWith(page, 'refused')).toBeVisible()
  await page.evaluate((name) => window.track(name, { ticket: `recorded ${name}` }), LONG)
  await expect(page.locator('.panels')).toContainText(`recorded ${LONG}`)
  await cause(page, '503')
  await press(page, 'Track 200')
  await expect(page.locator('.remark')).toContainText('delayed')
}

const openLines = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    const roots = [document, document.querySelector('sendoff-inspector')?.shadowRoot]
    for (const root of roots)
      for (const details of root?.querySelectorAll('details') ?? []) details.open = true
  })
}

const openOverlay = async (page: Page): Promise<void> => {
  await page.addScriptTag({ url: '/dist/inspector.js' })
  await expect(page.locator('sendoff-inspector .board li').first()).toBeVisible()
}

const expectNoneCut = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 900 })
  expect(await page.evaluate(cutTexts), `at ${width} pixels`).toEqual([])
}

const expectAccessible = async (page: Page, scheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`)
  expect(told, scheme).toEqual([])
}

test.afterEach(({ demo }) => calm(demo))

test('no text of the shop and its board is cut, on a phone, a tablet and a desk', async ({ page, demo }) => {
  await fill(page, demo)
  await openLines(page)
  for (const width of WIDTHS) await expectNoneCut(page, width)
})

test('no text of the overlay is cut', async ({ page, demo }) => {
  await fill(page, demo)
  await openOverlay(page)
  await openLines(page)
  for (const width of WIDTHS) await expectNoneCut(page, width)
})

test('no text of the other pages is cut', async ({ page, demo }) => {
  await fill(page, demo)
  await page.goto(`${demo.origin}/arrived`)
  await expect(page.locator('#refusals td').first()).toBeVisible()
  for (const width of WIDTHS) await expectNoneCut(page, width)
  await page.goto(`${demo.origin}/care`)
  await expect(page.getByRole('heading', { name: 'Departures' })).toBeVisible()
  for (const width of WIDTHS) await expectNoneCut(page, width)
})

test('a text that is cut would be found', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/arrived`)
  await page.evaluate(() => {
    const box = document.createElement('p')
    box.style.cssText = 'width:4rem;overflow:hidden;white-space:nowrap'
    box.textContent = 'This is too long for its box'
    document.body.append(box)
  })
  expect(await page.evaluate(cutTexts)).toEqual(['This is too long for its box'])
})

for (const width of [360, 1_440])
  test(`axe finds nothing on shop, board and overlay, light and dark, at ${width} pixels`, async ({
    page,
    demo,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await fill(page, demo)
    await openLines(page)
    await expectAccessible(page, 'light')
    await expectAccessible(page, 'dark')
    await openOverlay(page)
    await openLines(page)
    await expectAccessible(page, 'dark')
    await expectAccessible(page, 'light')
  })

test('axe finds nothing on the page of what arrived', async ({ page, demo }) => {
  await fill(page, demo)
  await page.goto(`${demo.origin}/arrived`)
  await expect(page.locator('#refusals td').first()).toBeVisible()
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')
})
