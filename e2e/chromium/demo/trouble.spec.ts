import { expect, type Page } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { letPass } from '../../support/shop-page.ts'
import { calm, cause, expectNothingLost, linesWith, open, press, total } from './demo-page.ts'

test.afterEach(({ demo }) => calm(demo))

/** Tracks one event as a new visitor, and waits until it has arrived. */
const settle = async (page: Page): Promise<void> => {
  await press(page, 'Add to cart')
  await expect(linesWith(page, 'delivered')).toHaveCount(1)
}

test('offline: events wait, no request is made, and they leave when the network is back', async ({
  page,
  demo,
}) => {
  await open(page, demo)
  await settle(page)
  await cause(page, 'Offline')
  await press(page, 'Track 200')
  await expect(total(page, 'waiting')).toHaveText('200')
  await expect(linesWith(page, 'waiting')).toContainText('Scrolled × 200')

  await cause(page, 'None')
  await expectNothingLost(page, 201)
  await expect(page.locator('.flushes')).toContainText('online')
})

for (const { trouble, words, waitMs } of [
  { trouble: '503', words: 'HTTP 503', waitMs: 0 },
  // All visitors of an account share its limit: a refused browser pauses for a minute or more.
  { trouble: '429', words: 'HTTP 429', waitMs: 3_600_000 },
])
  test(`${trouble}: events wait, the board says why, and they leave when the vendor answers`, async ({
    page,
    demo,
  }) => {
    await open(page, demo)
    await cause(page, trouble)
    await press(page, 'Track 200')
    await expect(page.locator('.remark')).toContainText(`klaviyo AbC123 is delayed: ${words}`)
    await expect(total(page, 'waiting')).toHaveText('200')

    await cause(page, 'None')
    if (waitMs) await letPass(page, waitMs)
    await expectNothingLost(page, 200)
    await expect(page.locator('.remark')).toHaveText('')
  })

test('slow: the board shows what is in flight', async ({ page, demo }) => {
  await open(page, demo)
  await cause(page, 'Slow')
  await press(page, 'Add to cart')
  await expect(linesWith(page, 'in flight')).toContainText('Added to Cart')
  await expectNothingLost(page, 1)
})

test('hanging: what has no answer when the page is left goes again', async ({ page, demo }) => {
  await open(page, demo)
  await cause(page, 'Hanging')
  await press(page, 'Track 200')
  // The last forty events wait for a request that may leave with the page.
  await expect(total(page, 'inFlight')).toHaveText('160')
  await calm(demo)
  await page.reload()
  await expectNothingLost(page, 200)
})

test('lost answers: the vendor has the event, it goes again, and is recognised', async ({ page, demo }) => {
  await open(page, demo)
  await cause(page, 'Answers lost')
  await press(page, 'Add to cart')
  await expect(linesWith(page, 'unanswered')).toContainText('Added to Cart')
  await expect(page.locator('.ledger')).toContainText('1 recorded by the vendors, 1 on the way')
  await cause(page, 'None')
  await expectNothingLost(page, 1)
  await expect(page.locator('.panels')).toContainText(/[1-9]\d* repeats? recognised/)
})

test('one refused event is a dead letter with the vendor’s words, and the others arrive', async ({
  page,
  demo,
}) => {
  await open(page, demo)
  await settle(page)
  await press(page, 'Refuse one event')
  await expect(page.locator('.trouble [role=status]')).toContainText('refuses the next event')
  await press(page, 'Track 200')
  await expectNothingLost(page, 201, 1)
  await expect(total(page, 'dead')).toHaveText('1')
  await expect(linesWith(page, 'refused')).toContainText('This event breaks a rule of the account.')
  await expect(page.locator('.letters')).toContainText(
    'Scrolled, refused by klaviyo AbC123: This event breaks a rule',
  )

  await press(page, 'Deliver them after all')
  await expectNothingLost(page, 201)
  await expect(total(page, 'dead')).toHaveText('0')
})

test('a dead letter that the visitor forgets is not counted as lost', async ({ page, demo }) => {
  await open(page, demo)
  await press(page, 'Refuse one event')
  await expect(page.locator('.trouble [role=status]')).toContainText('refuses the next event')
  await press(page, 'Add to cart')
  await expect(total(page, 'dead')).toHaveText('1')
  await press(page, 'Forget them')
  await expect(page.locator('.dead')).toBeHidden()
  await expectNothingLost(page, 1, 1)
})

test('a tab that closes with 1,000 events waiting loses none, and another one watches', async ({
  page,
  context,
  demo,
}) => {
  // A tab that a script has opened may close itself, and so may a tab that a visitor has opened by a link.
  await page.goto(`${demo.origin}/arrived`)
  const opened = context.waitForEvent('page')
  await page.evaluate(() => window.open('/?vendor=klaviyo', '_blank', 'noopener'))
  const tab = await opened
  await expect(tab.getByRole('heading', { name: 'Departures' })).toBeVisible()
  // Until the database has opened, all is in the page's memory, and Chromium does not wait long for the scripts of a tab that
  // is closed: on a busy machine they have no last moment.
  await settle(tab)

  const closed = tab.waitForEvent('close')
  const watching = context.waitForEvent('page')
  await press(tab, 'Close this tab with 1,000 events waiting')
  await closed
  await expectNothingLost(await watching, 1_001)
})

test('a tab that only its visitor can close says so', async ({ page, context, demo }) => {
  await open(page, demo)
  await page.evaluate(() => history.pushState({}, '', '?vendor=klaviyo&again'))
  const watching = context.waitForEvent('page')
  await press(page, 'Close this tab with 1,000 events waiting')
  await expect(page.locator('.trouble [role=status]')).toContainText('lets only you close this tab')
  await expectNothingLost(await watching, 1_000)
})

test('a tab that crashes loses nothing that was stored', async ({ page, context, demo }) => {
  await open(page, demo)
  await settle(page)
  // The demo goes offline, so that the events are still here when the tab crashes.
  await cause(page, 'Offline')
  const crashed = page.waitForEvent('crash')
  await press(page, 'Crash this tab')
  await crashed
  await calm(demo)
  const next = await context.newPage()
  await open(next, demo)
  await expectNothingLost(next, 201)
})

test('what another tab tracks and flushes is on the board, too', async ({ page, context, demo }) => {
  await open(page, demo)
  const other = await context.newPage()
  await open(other, demo)
  await cause(other, 'Offline')
  await press(other, 'Add to cart')
  await expect(linesWith(page, 'waiting')).toContainText('Added to Cart')
  const flushes = page.locator('.flushes li')
  const before = await flushes.count()
  await cause(page, 'None')
  await expect(linesWith(page, 'delivered')).toContainText('Added to Cart')
  await expect.poll(() => flushes.count()).toBeGreaterThan(before)
  await expectNothingLost(page, 1)
})

for (const vendor of ['bloomreach', 'crowdpower', 'yotpo', 'helpcrunch'])
  test(`${vendor} can be chosen, and takes what the shop tracks`, async ({ page, demo }) => {
    await open(page, demo, vendor)
    await press(page, 'Add to cart')
    await press(page, 'Look closer')
    await expectNothingLost(page, 2)
    await expect(page.locator('.panels')).toContainText(/added.to.cart/i)
    await expect(page.locator('.board')).not.toContainText('Refused')
  })

test('the demo can be worked by the keyboard alone', async ({ page, demo }) => {
  await open(page, demo)
  await page.getByRole('radio', { name: 'None' }).focus()
  const switched = page.waitForResponse('**/vendor')
  await page.keyboard.press('ArrowRight')
  await switched
  await page.getByRole('button', { name: 'Add to cart' }).first().focus()
  await page.keyboard.press('Enter')
  const line = linesWith(page, 'waiting').locator('summary')
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(linesWith(page, 'waiting').locator('pre')).toContainText('"sku": "MUG-01"')
  // An open line stays open, and keeps the focus, while the board is refreshed.
  await page.waitForResponse('**/board.json*')
  await page.waitForResponse('**/board.json*')
  await expect(line).toBeFocused()
  await expect(linesWith(page, 'waiting').locator('pre')).toBeVisible()
})
