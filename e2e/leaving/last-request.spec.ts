import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce, tally } from '../support/verdict.ts'

const FILLER = 'x'.repeat(700)
/** The number of these events that fit into what may leave with a page. */
const WITH_THE_PAGE = 40
/** The time within which a sent request has arrived, as the vendor is on this machine. */
const ARRIVED_MS = 3_000

test('a page that is closed right after a loop of 1,000 events delivers some, though nobody comes back', async ({
  klaviyo,
  site,
  profile,
}) => {
  const labels = labelled('event', 1_000)
  const page = await visit(profile, site.origin)
  await trackAll(page, labels, FILLER)
  await page.close()
  await sleep(ARRIVED_MS)
  expect(1_000 - tally(klaviyo, labels).lost.length).toBeGreaterThanOrEqual(WITH_THE_PAGE)
})

test('a large request that the close cuts off does not take all with it', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 1_000)
  // The large request gets no answer, and is not recorded, as if it were cut off on its way.
  await vendor.setMode({ type: 'hang' })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels, FILLER)
  await expect.poll(vendor.inFlight).toBe(1)
  await vendor.setMode({ type: 'up' })
  await page.close()
  await sleep(ARRIVED_MS)
  expect(1_000 - tally(klaviyo, labels).lost.length).toBeGreaterThanOrEqual(WITH_THE_PAGE)

  // Events whose request had no answer are sent one by one.
  test.setTimeout(360_000)
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin), 240_000)
})

test('10,000 events, more than a note holds, keep none from leaving when the tab closes at once', async ({
  klaviyo,
  site,
  profile,
}) => {
  const labels = labelled('event', 10_000)
  const page = await visit(profile, site.origin)
  await trackAll(page, labels, FILLER)
  await page.close()
  await sleep(ARRIVED_MS)
  expect(10_000 - tally(klaviyo, labels).lost.length).toBeGreaterThanOrEqual(WITH_THE_PAGE)
})
