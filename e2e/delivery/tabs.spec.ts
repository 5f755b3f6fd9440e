import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, openTabs, trackAll } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

for (const { tabs, each } of [
  { tabs: 2, each: 100 },
  { tabs: 5, each: 100 },
  { tabs: 5, each: 2_000 },
]) {
  test(`delivers ${each} events from each of ${tabs} tabs once, one request at a time`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const pages = await openTabs(profile, site.origin, tabs)
    const labels = pages.map((_, tab) => labelled(`tab ${tab}`, each))
    await Promise.all(pages.map((page, tab) => trackAll(page, labels[tab] ?? [])))

    for (const page of pages) await expectEachOnce(klaviyo, labels.flat(), page, 40_000)
    expect(vendor.mostInFlight()).toBe(1)
    expect(klaviyo.requests().filter(({ status }) => status === 429)).toEqual([])
  })
}

test('delivers each event once when two of five tabs close in the middle', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  // The events that were on their way are sent again one by one, and Firefox sends a preflight before each (CORS).
  test.setTimeout(150_000)
  const pages = await openTabs(profile, site.origin, 5)
  const labels = pages.map((_, tab) => labelled(`tab ${tab}`, 100))
  await vendor.setMode({ type: 'slow', ms: 2_000 })
  await Promise.all(pages.map((page, tab) => trackAll(page, labels[tab] ?? [])))
  await expect.poll(vendor.inFlight).toBe(1)
  await Promise.all(pages.slice(0, 2).map((page) => page.close()))
  // The repeats must not overtake the first attempt: the vendor forgives a repeat only in a request of its own.
  await expect.poll(() => klaviyo.events().length).toBeGreaterThan(0)
  await vendor.setMode({ type: 'up' })

  for (const page of pages.slice(2)) await expectEachOnce(klaviyo, labels.flat(), page, 100_000)
})
