import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { createPosthogEmulator, PROJECT_KEY } from '../../src/vendors/posthog/emulator/emulator.ts'
import type {
  AnalyticsEmulator,
  AnalyticsEmulatorOptions,
} from '../../testing/emulators/analytics-account.ts'
import { startVendor, type Vendor } from '../../testing/http/vendor.ts'
import { testAt } from '../support/fixtures.ts'
import { pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectAllRecorded, expectEachRecordedOnce } from '../support/vendor-verdict.ts'

const test = testAt<AnalyticsEmulator, AnalyticsEmulatorOptions>({
  script: 'sendoff.posthog.js',
  account: { 'data-key': PROJECT_KEY },
  create: createPosthogEmulator,
})

const shop = (vendor: Vendor, before: string): string =>
  pageWith(
    `<script>${before}</script>${snippet({ 'data-key': PROJECT_KEY, 'data-endpoint': vendor.origin }, '/dist/sendoff.posthog.js')}`,
  )

/** Counts the requests to the vendor that the browser calls no-cors: beacons are, and our `fetch` is not. */
const beacons = (vendor: Vendor): number => vendor.requests().filter(({ mode }) => mode === 'no-cors').length

test('a page without Request.keepalive hands off with a beacon, and nothing is recorded twice', async ({
  emulator,
  vendor,
  site,
  profile,
}) => {
  // The page lacks keepalive, as before Firefox 133 and Safari 13. The browser's handling of the beacon is real.
  site.setPage('/old', shop(vendor, 'delete Request.prototype.keepalive'))
  const labels = labelled('event', 20)
  const page = await visit(profile, `${site.origin}/old`)
  await trackAll(page, labels, 'x'.repeat(700))
  await page.close()

  // No page is open any more.
  await expectAllRecorded(emulator, labels)
  expect(beacons(vendor)).toBe(1)
  await expectEachRecordedOnce(emulator, labels, await visit(profile, site.origin))
})

/** Makes requests of the page's own, which are under way when it is closed: 20 KB do not fit beside them. */
const useUpBudget = (url: string) =>
  `fetch('${url}', { method: 'POST', keepalive: true, body: 'x'.repeat(60000) })`

test('a page whose keepalive budget is used up hands off with a beacon where that is another budget', async ({
  engine,
  emulator,
  vendor,
  site,
  profile,
}) => {
  const other = await startVendor({ handle: async () => new Response() })
  await other.setMode({ type: 'hang' })
  site.setPage('/busy', shop(vendor, useUpBudget(other.origin)))
  const labels = labelled('event', 20)
  const page = await visit(profile, `${site.origin}/busy`)
  await expect.poll(other.inFlight).toBe(1)
  await trackAll(page, labels, 'x'.repeat(700))
  await page.close()

  // Chromium and WebKit count beacons among keepalive requests: there the next visit delivers.
  if (engine === 'firefox') {
    await expectAllRecorded(emulator, labels)
    expect(beacons(vendor)).toBe(1)
  }
  await expectEachRecordedOnce(emulator, labels, await visit(profile, site.origin))
  await other.close()
})
