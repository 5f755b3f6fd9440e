import { expect, test } from '@playwright/test'
import { COUNTERS } from '../../demo/desks.ts'
import type {
  AnalyticsEmulator,
  AnalyticsEmulatorOptions,
} from '../../testing/emulators/analytics-account.ts'
import type { AnalyticsCounter } from '../../testing/emulators/analytics-desk.ts'
import { testAt } from '../support/fixtures.ts'
import { labelled, trackAll, trackAndLeave, visit } from '../support/shop-page.ts'
import { expectAllRecorded, expectEachRecordedOnce } from '../support/vendor-verdict.ts'

/** The vendors whose account removes repeats and knows visitors. */
const VENDORS = Object.entries(COUNTERS).flatMap(([name, counter]) =>
  'analytics' in counter ? { name, ...(counter as AnalyticsCounter).analytics } : [],
)

test('these are found by listing', () => {
  expect(VENDORS.map(({ name }) => name)).toEqual(expect.arrayContaining(['amplitude', 'segment']))
})

for (const { name, key, create } of VENDORS) {
  const its = testAt<AnalyticsEmulator, AnalyticsEmulatorOptions>({
    script: `sendoff.${name}.js`,
    account: { 'data-key': key },
    create,
  })

  its.describe(name, () => {
    its('gets each event once, and whose it is', async ({ emulator, site, profile }) => {
      const labels = labelled('event', 120)
      const page = await visit(profile, site.origin)
      await trackAll(page, labels)
      await page.evaluate(() => {
        window.track.identify('customer-7', { email: 'Ada@Shop.test', plan: 'gold' })
      })
      await trackAll(page, ['after'])

      await expectEachRecordedOnce(emulator, [...labels, 'after'], page)
      expect(new Set(emulator.events().map(({ person }) => person))).toEqual(new Set(['customer-7']))
      expect(Object.values(emulator.people().get('customer-7') ?? {})).toContain('gold')
    })

    its('loses nothing when the tab closes at once', async ({ emulator, site, profile }) => {
      const labels = labelled('event', 200)
      const first = await visit(profile, site.origin)
      await trackAll(first, labels)
      await first.close()

      await expectEachRecordedOnce(emulator, labels, await visit(profile, site.origin))
    })

    its(
      'gets what fits into one request although the next page has no script',
      async ({ emulator, site, profile }) => {
        const labels = labelled('event', 20)
        const page = await visit(profile, site.origin)
        await trackAndLeave(page, labels, `${site.origin}/bare`)

        await expectAllRecorded(emulator, labels)
      },
    )

    its(
      'records once what was sent again because no answer came',
      async ({ emulator, vendor, site, profile }) => {
        const labels = labelled('event', 20)
        await vendor.setMode({ type: 'drop-answer' })
        const page = await visit(profile, site.origin)
        await trackAll(page, labels)
        await expectAllRecorded(emulator, labels)
        await expect.poll(() => emulator.duplicates(), { timeout: 20_000 }).toBeGreaterThanOrEqual(20)
        await vendor.setMode({ type: 'up' })

        await expectEachRecordedOnce(emulator, labels, page)
      },
    )
  })
}
