import { expect } from '@playwright/test'
import { API_KEY, createAmplitudeEmulator } from '../../src/vendors/amplitude/emulator/emulator.ts'
import { createMixpanelEmulator, TOKEN } from '../../src/vendors/mixpanel/emulator/emulator.ts'
import { createPosthogEmulator, PROJECT_KEY } from '../../src/vendors/posthog/emulator/emulator.ts'
import { createSegmentEmulator, WRITE_KEY } from '../../src/vendors/segment/emulator/emulator.ts'
import type {
  AnalyticsEmulator,
  AnalyticsEmulatorOptions,
} from '../../testing/emulators/analytics-account.ts'
import { testAt } from '../support/fixtures.ts'
import { fullModuleFor } from '../support/full-module.ts'
import { pageWith } from '../support/shop-html.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectEachRecordedOnce } from '../support/vendor-verdict.ts'

const VISITOR = '7b6f2f5e-4f2e-4a8e-9d52-4e1c0a7a1f10'

/** What the vendor's own script has left in the page. */
interface Left {
  readonly cookies?: Readonly<Record<string, string>>
  readonly stored?: Readonly<Record<string, string>>
}

interface Case {
  readonly name: string
  readonly key: string
  readonly create: (options: AnalyticsEmulatorOptions) => AnalyticsEmulator
  readonly left: Left
  /** The vendor's id of that visitor. */
  readonly person: string
  /** The traces of an opt-out; missing where the vendor's script has none. */
  readonly optedOut?: Left
}

const device = `$device:${VISITOR}`
const amplitudeCookie = (content: object) => ({
  [`AMP_${API_KEY.slice(0, 10)}`]: btoa(encodeURIComponent(JSON.stringify(content))),
})

const CASES: readonly Case[] = [
  {
    name: 'segment',
    key: WRITE_KEY,
    create: createSegmentEmulator,
    left: { cookies: { ajs_anonymous_id: VISITOR }, stored: { ajs_anonymous_id: `"${VISITOR}"` } },
    person: VISITOR,
  },
  {
    name: 'posthog',
    key: PROJECT_KEY,
    create: createPosthogEmulator,
    left: { stored: { [`ph_${PROJECT_KEY}_posthog`]: JSON.stringify({ distinct_id: VISITOR }) } },
    person: VISITOR,
    optedOut: { stored: { [`__ph_opt_in_out_${PROJECT_KEY}`]: '0' } },
  },
  {
    name: 'amplitude',
    key: API_KEY,
    create: createAmplitudeEmulator,
    left: { cookies: amplitudeCookie({ deviceId: VISITOR, optOut: false }) },
    person: VISITOR,
    optedOut: { cookies: amplitudeCookie({ deviceId: VISITOR, optOut: true }) },
  },
  {
    name: 'mixpanel',
    key: TOKEN,
    create: createMixpanelEmulator,
    left: {
      cookies: {
        [`mp_${TOKEN}_mixpanel`]: encodeURIComponent(
          JSON.stringify({ distinct_id: device, $device_id: VISITOR }),
        ),
      },
    },
    person: device,
    optedOut: { stored: { [`__mp_opt_in_out_${TOKEN}`]: '0' } },
  },
]

for (const { name, key, create, left, person, optedOut } of CASES) {
  const test = testAt<AnalyticsEmulator, AnalyticsEmulatorOptions>({
    script: `sendoff.${name}.js`,
    account: { 'data-key': key },
    create,
  }).extend<{ readonly start: (left: Left) => ReturnType<typeof visit> }>({
    /** Starts a shop with the full module, in a browser where a vendor's own script has been before. */
    start: async ({ site, vendor, profile }, use) => {
      site.setPage('/full', pageWith(await fullModuleFor(name, key, vendor.origin)))
      await use(async (left) => {
        const page = await visit(profile, `${site.origin}/bare`)
        await page.evaluate(({ cookies = {}, stored = {} }) => {
          for (const [place, value] of Object.entries(cookies))
            Object.assign(document, { cookie: `${place}=${value}; path=/` })
          for (const [place, value] of Object.entries(stored)) localStorage.setItem(place, value)
        }, left)
        await page.goto(`${site.origin}/full`)
        await page.evaluate(() => Reflect.get(window, 'start')())
        return page
      })
    },
  })

  test.describe(name, () => {
    test('calls a visitor as its own script has, before and after somebody is identified', async ({
      emulator,
      start,
    }) => {
      const page = await start(left)
      await trackAll(page, ['before'])
      await expect.poll(() => emulator.events().map((event) => event.person)).toEqual([person])
      await page.evaluate(() => {
        window.track.identify('customer-7')
      })
      await trackAll(page, ['after'])

      await expectEachRecordedOnce(emulator, ['before', 'after'], page)
      expect(new Set(emulator.events().map((event) => event.person))).toEqual(new Set(['customer-7']))
    })

    if (optedOut)
      test('is sent nothing of who has opted out of its own script', async ({ vendor, start }) => {
        const page = await start(optedOut)
        await trackAll(page, ['refused'])
        await page.evaluate(() => window.track.flush())
        // The event is told, and dropped as without consent.
        const status = await page.evaluate(() => window.track.status())
        expect(status).toMatchObject({ consent: 1 })
        expect(vendor.requests()).toEqual([])
      })
  })
}
