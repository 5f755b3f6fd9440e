import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, letPass, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

/** The longest back-off. */
const HOUR_MS = 3_600_000
/** The first repeat follows within twice the wait that the vendor asks for, plus these milliseconds. */
const FEW_MS = 3_000
/** A browser that is refused again leaves the limit to others for so long, whatever the vendor asks for. */
const MINUTE_MS = 60_000
/** A browser that was told no time waits for fifteen seconds at least. */
const AT_FIRST_MS = 10_000
/** The time in which a request that must not be made would be made. */
const LOOK_MS = 1_000

test('follows a readable Retry-After, and leaves the limit to others when it holds on', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const retryAfterSeconds = 7
  const labels = labelled('event', 20)
  const limited = () => vendor.requests().filter(({ status }) => status === 429)
  await vendor.setMode({ type: 'rate-limit', retryAfterSeconds, readable: true })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect.poll(() => limited().length).toBe(1)
  await letPass(page, 2 * retryAfterSeconds * 1_000 + FEW_MS)
  await expect.poll(() => limited().length).toBe(2)
  await letPass(page, MINUTE_MS)
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  expect(limited()).toHaveLength(2)
  await vendor.setMode({ type: 'up' })

  await letPass(page, HOUR_MS)
  await expectEachOnce(klaviyo, labels, page)
})

test('backs off where a script cannot read Retry-After, and delivers each event once', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  const limited = () => vendor.requests().filter(({ status }) => status === 429).length
  await vendor.setMode({ type: 'rate-limit', retryAfterSeconds: 4, readable: false })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  for (let refusals = 1; refusals <= 3; refusals++) {
    await expect.poll(limited).toBe(refusals)
    await letPass(page, refusals === 1 ? AT_FIRST_MS : MINUTE_MS / 2)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    expect(limited()).toBe(refusals)
    if (refusals === 3) await vendor.setMode({ type: 'up' })
    await letPass(page, HOUR_MS)
  }

  await expectEachOnce(klaviyo, labels, page, 40_000)
})

test('loses nothing when the tab closes while the vendor limits it', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  await vendor.setMode({ type: 'rate-limit', readable: false })
  const first = await visit(profile, site.origin)
  await trackAll(first, labels)
  await expect.poll(() => vendor.requests().some(({ status }) => status === 429)).toBe(true)
  await first.close()
  await vendor.setMode({ type: 'up' })

  const next = await visit(profile, site.origin)
  await letPass(next, HOUR_MS)
  await expectEachOnce(klaviyo, labels, next, 40_000)
})
