import { expect, type Page } from '@playwright/test'
import type { Status } from '../../../src/index.ts'
import type { KlaviyoEmulator } from '../../../src/vendors/klaviyo/emulator/emulator.ts'
import type { PlaywrightVisitor } from '../../../testing/browsers/playwright-visitor.ts'
import { test } from '../../support/fixtures.ts'
import { labelled, statusOf, trackAll, trackAllStored, visit } from '../../support/shop-page.ts'
import { expectEachOnce, expectQueueEmpty, tally } from '../../support/verdict.ts'

/**
 * Opens a tab on a site that may store this number of bytes. Chromium reads the quota when the site first opens its
 * database.
 */
const visitWithQuota = async (
  visitor: PlaywrightVisitor,
  origin: string,
  quotaSize: number,
): Promise<Page> => {
  const page = await visitor.page()
  const session = await visitor.context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  await page.goto(origin)
  return page
}

test('delivers from memory, and says so, where nothing can be stored', async ({ klaviyo, site, visitor }) => {
  const page = await visitWithQuota(visitor, site.origin, 1)
  await trackAllStored(page, labelled('event', 200))

  expect((await statusOf(page)).queues[0]?.storage).toBe('memory')
  await expectEachOnce(klaviyo, labelled('event', 200), page)
})

test('delivers a burst for which there is no room', async ({ klaviyo, site, visitor }) => {
  const page = await visitWithQuota(visitor, site.origin, 100_000)
  await trackAll(page, labelled('event', 1_000), 'x'.repeat(700))

  await expectEachOnce(klaviyo, labelled('event', 1_000), page)
})

/**
 * Expects that each event is delivered once, and none is counted twice, in the database or by a page that has fallen
 * back to memory. An answer for which there is no room is not counted.
 */
const expectCounted = async (
  klaviyo: KlaviyoEmulator,
  labels: readonly string[],
  page: Page,
  before: Status,
): Promise<void> => {
  await expectEachOnce(klaviyo, labels, page)
  const inMemory = before.queues.filter(({ storage }) => storage === 'memory')
  const all = [...inMemory, ...(await statusOf(page)).queues]
  const counts = all.flatMap((queue) => Object.entries(queue.counts))
  expect(new Set(counts.map(([reason]) => reason))).toEqual(new Set(['delivered']))
  expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(labels.length)
}

test('delivers each event once when storage fills up', async ({ klaviyo, vendor, site, visitor }) => {
  const bursts = Array.from({ length: 12 }, (_, index) => labelled(`burst ${index}`, 50))
  await vendor.setMode({ type: 'down' })
  const page = await visitWithQuota(visitor, site.origin, 400_000)
  for (const labels of bursts) await trackAll(page, labels, 'x'.repeat(700))
  await vendor.setMode({ type: 'up' })
  await page.evaluate(() => window.track.flush())
  // The events in memory are sent by this page; stored events may have to wait until there is room again.
  await expectQueueEmpty(page)
  const told = await statusOf(page)
  await visitor.relaunch()

  await expectCounted(klaviyo, bursts.flat(), await visit(visitor, site.origin), told)
})

test('delivers from memory when there is no room, and what was stored when there is', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  await vendor.setMode({ type: 'down' })
  await trackAllStored(await visit(visitor, site.origin), labelled('before', 200))
  await visitor.relaunch()
  await vendor.setMode({ type: 'up' })
  const full = await visitWithQuota(visitor, site.origin, 1)
  await trackAllStored(full, labelled('full', 50))
  await expect.poll(() => tally(klaviyo, labelled('full', 50)).lost.length, { timeout: 25_000 }).toBe(0)
  const told = await statusOf(full)
  await visitor.relaunch()

  const labels = [...labelled('before', 200), ...labelled('full', 50)]
  await expectCounted(klaviyo, labels, await visit(visitor, site.origin), told)
})
