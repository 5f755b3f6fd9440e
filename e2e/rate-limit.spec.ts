import { expect, type Page } from '@playwright/test'
import { test } from './scene.ts'
import { labelled, trackAll, visit } from './shop-page.ts'
import { expectEachOnce } from './verdict.ts'

/** The longest first wait after a refusal: four minutes, on the page's clock. */
const pass = (page: Page): Promise<void> => page.clock.fastForward(250_000)

test('waits as long as a readable Retry-After says', async ({ klaviyo, vendor, site, profile }) => {
  const retryAfterSeconds = 4
  const labels = labelled('event', 20)
  const limited = () => vendor.requests().filter(({ status }) => status === 429)
  await vendor.setMode({ type: 'rate-limit', retryAfterSeconds, readable: true })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect.poll(() => limited().length).toBe(1)
  await vendor.setMode({ type: 'up' })

  await expectEachOnce(klaviyo, labels, page)
  const accepted = vendor.requests().find(({ status }) => status === 202)
  const waitedMs = Number(accepted?.startedAtMs) - Number(limited()[0]?.endedAtMs)
  expect(waitedMs).toBeGreaterThanOrEqual(retryAfterSeconds * 1_000 - 50)
})

test('backs off where a script cannot read Retry-After, and delivers each event once', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  const limited = () => vendor.requests().filter(({ status }) => status === 429)
  await vendor.setMode({ type: 'rate-limit', retryAfterSeconds: 4, readable: false })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect.poll(() => limited().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3)
  await vendor.setMode({ type: 'up' })

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

  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin), 40_000)
})
