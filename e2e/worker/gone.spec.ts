import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { expectRecorded, tally, violations } from '../support/verdict.ts'
import { expectWorker, WORKER } from '../support/worker-page.ts'

test.use({ attributes: { 'data-worker': WORKER } })

const FILLER = 'x'.repeat(700)

/** Expects that all events arrive while no page of the site is open. */
const expectAllArrive = async (klaviyo: KlaviyoEmulator, labels: readonly string[]): Promise<void> => {
  await expectRecorded(klaviyo, labels, 60_000)
  expect(tally(klaviyo, labels)).toEqual({ lost: [], twice: [] })
  expect(violations(klaviyo)).toEqual([])
}

/** WebKitGTK ends a worker 9.7 seconds after the last page: the next visit delivers what is left by then. */
const WEBKIT_MS = 12_000

for (const count of [1, 50, 1_000])
  test(`${count} events of a tab that is closed at once arrive, though nobody comes back`, async ({
    klaviyo,
    site,
    profile,
  }) => {
    const labels = labelled('event', count)
    const page = await visit(profile, site.origin)
    await expectWorker(page)
    await trackAll(page, labels, FILLER)
    await page.close()
    await expectAllArrive(klaviyo, labels)
  })

test('10,000 events that were stored arrive, though nobody comes back', async ({
  klaviyo,
  site,
  profile,
  engine,
}) => {
  const labels = labelled('event', 10_000)
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  await trackAllStored(page, labels)
  await page.close()
  if (engine === 'webkit') {
    await sleep(WEBKIT_MS)
    await visit(profile, site.origin)
  }
  await expectAllArrive(klaviyo, labels)
})

test('those of a first visit of a second, too', async ({ klaviyo, site, profile }) => {
  const labels = labelled('event', 1_000)
  const page = await visit(profile, site.origin)
  await trackAll(page, labels, FILLER)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)))
  await trackAll(page, labelled('last', 100), FILLER)
  await page.close()
  await expectAllArrive(klaviyo, [...labels, ...labelled('last', 100)])
})

test('those of a page that is left for another site, too', async ({ klaviyo, site, profile }) => {
  const labels = labelled('event', 1_000)
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  await trackAll(page, labels, FILLER)
  await page.goto(`${site.localhost}/bare`)
  await expectAllArrive(klaviyo, labels)
})

test('those of two tabs that are closed together are recorded once', async ({
  klaviyo,
  site,
  profile,
  engine,
}) => {
  const [one, other] = [labelled('one', 300), labelled('other', 300)]
  const pages = [await visit(profile, site.origin), await visit(profile, site.origin)] as const
  for (const page of pages) await expectWorker(page)
  await Promise.all([trackAll(pages[0], one, FILLER), trackAll(pages[1], other, FILLER)])
  await Promise.all(pages.map((page) => page.close()))
  if (engine === 'webkit') {
    await sleep(WEBKIT_MS)
    await visit(profile, site.origin)
  }
  await expectAllArrive(klaviyo, [...one, ...other])
})

test('what a vendor who takes two seconds was being sent arrives once', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'slow', ms: 2_000 })
  const labels = labelled('event', 1_000)
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  await trackAll(page, labels, FILLER)
  await expect.poll(vendor.inFlight).toBe(1)
  await page.close()
  await expectAllArrive(klaviyo, labels)
})
