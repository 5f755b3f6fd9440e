import { expect } from '@playwright/test'
import { API_KEY, createAmplitudeEmulator } from '../../src/vendors/amplitude/emulator/emulator.ts'
import { createMixpanelEmulator, TOKEN } from '../../src/vendors/mixpanel/emulator/emulator.ts'
import { createPosthogEmulator, PROJECT_KEY } from '../../src/vendors/posthog/emulator/emulator.ts'
import { createSegmentEmulator, WRITE_KEY } from '../../src/vendors/segment/emulator/emulator.ts'
import type {
  AnalyticsEmulator,
  AnalyticsEmulatorOptions,
} from '../../testing/emulators/analytics-account.ts'
import { labelled, trackAll, trackAndLeave, visit } from '../shop-page.ts'
import { testWith } from './vendor-scene.ts'
import { expectAllRecorded, expectEachRecordedOnce } from './vendor-verdict.ts'

type Create = (options: AnalyticsEmulatorOptions) => AnalyticsEmulator

const VENDORS: readonly (readonly [name: string, key: string, create: Create])[] = [
  ['segment', WRITE_KEY, createSegmentEmulator],
  ['posthog', PROJECT_KEY, createPosthogEmulator],
  ['amplitude', API_KEY, createAmplitudeEmulator],
  ['mixpanel', TOKEN, createMixpanelEmulator],
]

for (const [name, key, create] of VENDORS) {
  const test = testWith<AnalyticsEmulator, AnalyticsEmulatorOptions>({
    script: `sendoff.${name}.js`,
    attributes: { 'data-key': key },
    create,
  })

  test.describe(name, () => {
    test('gets each event once, and whose it is', async ({ emulator, site, profile }) => {
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

    test('loses nothing when the tab closes at once', async ({ emulator, site, profile }) => {
      const labels = labelled('event', 200)
      const first = await visit(profile, site.origin)
      await trackAll(first, labels)
      await first.close()

      await expectEachRecordedOnce(emulator, labels, await visit(profile, site.origin))
    })

    test('gets what fits into one request although the next page has no script', async ({
      emulator,
      site,
      profile,
    }) => {
      const labels = labelled('event', 20)
      const page = await visit(profile, site.origin)
      await trackAndLeave(page, labels, `${site.origin}/bare`)

      await expectAllRecorded(emulator, labels)
    })

    test('records once what was sent again because no answer came', async ({
      emulator,
      vendor,
      site,
      profile,
    }) => {
      const labels = labelled('event', 20)
      await vendor.setMode({ type: 'drop-answer' })
      const page = await visit(profile, site.origin)
      await trackAll(page, labels)
      await expectAllRecorded(emulator, labels)
      await expect.poll(() => emulator.duplicates(), { timeout: 20_000 }).toBeGreaterThanOrEqual(20)
      await vendor.setMode({ type: 'up' })

      await expectEachRecordedOnce(emulator, labels, page)
    })
  })
}
