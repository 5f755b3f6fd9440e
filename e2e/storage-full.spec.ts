import { expect, type Page } from '@playwright/test'
import type { Profile } from './browser.ts'
import { test } from './scene.ts'
import { labelled, statusOf, trackAll, trackAllStored, visit } from './shop-page.ts'
import { expectEachOnce, expectQueueEmpty, tally, violations } from './verdict.ts'

/** A tab on a site that may store so many bytes. The quota is read when the site first opens its database. */
const visitWithQuota = async (profile: Profile, origin: string, quotaSize: number): Promise<Page> => {
  const page = await profile.page()
  const session = await profile.context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  await page.goto(origin)
  return page
}

test('delivers from memory, and says so, where nothing can be stored', async ({ klaviyo, site, profile }) => {
  const page = await visitWithQuota(profile, site.origin, 1)
  await trackAllStored(page, labelled('event', 200))

  expect((await statusOf(page)).queues[0]?.storage).toBe('memory')
  await expectEachOnce(klaviyo, labelled('event', 200), page)
})

test('delivers a burst for which there is no room', async ({ klaviyo, site, profile }) => {
  const page = await visitWithQuota(profile, site.origin, 100_000)
  await trackAll(page, labelled('event', 1_000), 'x'.repeat(700))

  await expectEachOnce(klaviyo, labelled('event', 1_000), page)
})

test('delivers or counts as evicted each event when storage fills up', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const bursts = Array.from({ length: 12 }, (_, index) => labelled(`burst ${index}`, 50))
  await vendor.setMode({ type: 'down' })
  const page = await visitWithQuota(profile, site.origin, 400_000)
  for (const labels of bursts) await trackAll(page, labels, 'x'.repeat(700))
  await vendor.setMode({ type: 'up' })
  await page.evaluate(() => window.track.flush())
  // What is in memory goes from here; what was stored may have to wait until there is room again.
  await expectQueueEmpty(page)
  await profile.relaunch()

  const next = await visit(profile, site.origin)
  await expectQueueEmpty(next)
  const evicted = (await statusOf(next)).queues[0]?.counts.evicted ?? 0
  expect(tally(klaviyo, bursts.flat()).lost).toHaveLength(evicted)
  expect(violations(klaviyo)).toEqual([])
})

test('delivers at a visit with room what was stored before storage was full', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'down' })
  await trackAllStored(await visit(profile, site.origin), labelled('before', 50))
  await profile.relaunch()
  await vendor.setMode({ type: 'up' })
  const full = await visitWithQuota(profile, site.origin, 1)
  await trackAllStored(full, labelled('full', 50))
  await expect.poll(() => tally(klaviyo, labelled('full', 50)).lost.length, { timeout: 25_000 }).toBe(0)
  await profile.relaunch()

  const labels = [...labelled('before', 50), ...labelled('full', 50)]
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})
