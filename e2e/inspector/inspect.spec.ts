import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import { FULL, test } from '../support/fixtures.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

test.use(FULL)

/** Tells whether the board lies over the page. */
const isOpen = (page: Tab): Promise<boolean> =>
  page.evaluate(() => [...document.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot))

const press = (page: Tab): Promise<void> =>
  page.evaluate(() => (window.track as typeof window.track & { inspect(): void }).inspect())

test('the script loads the board when it is asked for it, and closes it when it is asked again', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  expect(await isOpen(page)).toBe(false)
  await press(page)
  await expect.poll(() => isOpen(page)).toBe(true)
  await press(page)
  await expect.poll(() => isOpen(page)).toBe(false)

  await expectEachOnce(klaviyo, ['before'], page)
})

test.describe('with data-debug', () => {
  test.use({ attributes: { 'data-debug': '' } })

  test('the board is there from the start', async ({ site, profile }) => {
    const page = await visit(profile, site.origin)
    await expect.poll(() => isOpen(page)).toBe(true)
  })
})
