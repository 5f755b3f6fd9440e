import { expect, type FrameLocator, type Page } from '@playwright/test'
import { test } from './scene.ts'

type Place = Pick<FrameLocator, 'locator' | 'getByText' | 'getByLabel'>

const shows = async (place: Place, figures: Readonly<Record<string, string>>): Promise<void> => {
  for (const [id, figure] of Object.entries(figures))
    await expect(place.locator(`#${id}`), id).toHaveText(figure)
}

/** As a page of its own: what is pressed in it, and loaded again. */
const open = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/playground/index.html`)
  await expect(page.locator('#board .board')).toBeVisible()
}

test('an event of the playground arrives at the vendor beside the page', async ({ page, origin }) => {
  await page.goto(`${origin}/playground.html`)
  const playground = page.frameLocator('iframe.playground')
  await expect(playground.locator('#board .board')).toBeVisible()
  await playground.getByText('Track an event').click()
  await shows(playground, { tracked: '1', arrived: '1', waiting: '0', lost: '0' })
})

test('a hundred events wait while the vendor is down, over a reload, and leave when it is back', async ({
  page,
  origin,
}) => {
  await open(page, origin)
  await page.getByLabel('answers 503').check()
  await page.getByText('Track a hundred').click()
  await shows(page, { tracked: '100', arrived: '0', waiting: '100' })
  await expect(page.locator('#board .remark')).toContainText('is delayed')
  await page.getByText('Load the page again').click()
  await expect(page.locator('#board .board')).toBeVisible()
  await shows(page, { tracked: '100', arrived: '0', waiting: '100' })
  await expect(page.getByLabel('answers 503')).toBeChecked()
  await page.getByLabel('answers', { exact: true }).check()
  await shows(page, { tracked: '100', arrived: '100', waiting: '0', lost: '0' })
})

test('what is tracked as the page is left arrives, once', async ({ page, origin }) => {
  await open(page, origin)
  await page.getByText('Track a hundred').click()
  await page.goto('about:blank')
  await open(page, origin)
  await shows(page, { tracked: '100', arrived: '100', waiting: '0', lost: '0' })
})

test('an event that is refused takes no other with it', async ({ page, origin }) => {
  await open(page, origin)
  await page.getByLabel('is not there').check()
  await page.getByText('Track an event').click()
  await page.getByText('Track one that is refused').click()
  await page.getByText('Track an event').click()
  await shows(page, { tracked: '3', waiting: '3' })
  await page.getByLabel('answers', { exact: true }).check()
  await shows(page, { arrived: '2', refused: '1', waiting: '0', lost: '0' })
  await expect(page.locator('#board')).toContainText('This metric is not wanted here.')
})

test('who has seen enough leaves nothing behind', async ({ page, origin }) => {
  await open(page, origin)
  await page.getByText('Track an event').click()
  await shows(page, { tracked: '1', arrived: '1' })
  await page.getByText('Forget everything').click()
  await shows(page, { tracked: '0', arrived: '0', waiting: '0', lost: '0' })
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('playground'))),
  ).toEqual([])
})
