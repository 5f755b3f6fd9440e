import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

for (const { count, filler } of [
  { count: 1, filler: '' },
  { count: 50, filler: '' },
  { count: 1_000, filler: 'x'.repeat(700) },
]) {
  test(`loses none of ${count} events with ${filler.length} bytes each when the tab closes at once`, async ({
    klaviyo,
    site,
    profile,
  }) => {
    const labels = labelled('event', count)
    const first = await visit(profile, site.origin)
    await trackAll(first, labels, filler)
    await first.close()

    // A thousand events are sent one by one, which takes a quiet machine ten seconds.
    test.setTimeout(360_000)
    await expectEachOnce(klaviyo, labels, await visit(profile, site.origin), 240_000)
  })
}

test('keeps what was tracked while the server was down for the next visit', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 50)
  await vendor.setMode({ type: 'down' })
  const first = await visit(profile, site.origin)
  await trackAll(first, labels)
  await first.close()

  await vendor.setMode({ type: 'up' })
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})

test('records once what a slow server answers after the tab is gone', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 5)
  await vendor.setMode({ type: 'slow', ms: 2_000 })
  const first = await visit(profile, site.origin)
  await trackAll(first, labels)
  await first.close()

  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})

test('records once what was on its way when the tab closed', async ({ klaviyo, vendor, site, profile }) => {
  const labels = labelled('event', 5)
  await vendor.setMode({ type: 'slow', ms: 2_000 })
  const first = await visit(profile, site.origin)
  await trackAll(first, labels)
  await expect.poll(vendor.inFlight).toBe(1)
  await first.close()

  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})
