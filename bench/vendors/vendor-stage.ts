import { API_KEY, createAmplitudeEmulator } from '../../src/vendors/amplitude/emulator/emulator.ts'
import { createMixpanelEmulator, TOKEN } from '../../src/vendors/mixpanel/emulator/emulator.ts'
import { createPosthogEmulator, PROJECT_KEY } from '../../src/vendors/posthog/emulator/emulator.ts'
import { createSegmentEmulator, WRITE_KEY } from '../../src/vendors/segment/emulator/emulator.ts'
import type {
  AnalyticsEmulator,
  AnalyticsEmulatorOptions,
} from '../../testing/emulators/analytics-account.ts'
import { corsOf, type VendorHandler } from '../collector/collector.ts'
import { type Stage, setStage } from '../delivery/stage.ts'
import { libraryScript, sendoffScript } from '../trackers/page.ts'
import { LIBRARY_FORMS } from './library-forms.ts'
import type { Sender, VendorName } from './names.ts'

interface Vendor {
  readonly create: (options: AnalyticsEmulatorOptions) => AnalyticsEmulator
  /** The options that tell sendoff's destination the account. */
  readonly account: object
  /** The key of the library, in `trackers/`. */
  readonly libraryKey: string
  readonly start?: string
}

const BENCH_KEY = 'bench'

const KNOWN: Readonly<Record<VendorName, Vendor>> = {
  segment: { create: createSegmentEmulator, account: { writeKey: WRITE_KEY }, libraryKey: BENCH_KEY },
  posthog: { create: createPosthogEmulator, account: { key: PROJECT_KEY }, libraryKey: 'phc_bench' },
  amplitude: {
    create: createAmplitudeEmulator,
    account: { key: API_KEY },
    libraryKey: BENCH_KEY,
    start: 'amplitudeInThirties',
  },
  mixpanel: { create: createMixpanelEmulator, account: { key: TOKEN }, libraryKey: BENCH_KEY },
}

/** Gives the emulator the events in the public form; the collector answers the library's other requests. */
const libraryHandler =
  (vendor: VendorName, { handle }: AnalyticsEmulator): VendorHandler =>
  async (request) => {
    const { paths, publicOf } = LIBRARY_FORMS[vendor]
    if (!paths.test(new URL(request.url).pathname)) return undefined
    const { path, headers, body } = publicOf(await request.text())
    const response = await handle(
      new Request(new URL(path, request.url), { method: request.method, headers, body }),
    )
    // Some libraries send cookies along, which their vendor allows.
    for (const [name, value] of Object.entries(corsOf(request))) response.headers.set(name, value)
    return response
  }

/** Makes a shop that sends to one vendor, by its own library or by sendoff, and the vendor's strict emulator. */
export const setVendorStage = (vendor: VendorName, sender: Sender): Promise<Stage> => {
  const { create, account, libraryKey, start = vendor } = KNOWN[vendor]
  if (sender === 'sendoff')
    return setStage({
      script: (endpoint) => sendoffScript(vendor, { ...account, endpoint }),
      vendor: create({}),
    })
  const emulator = create({ key: libraryKey })
  return setStage({
    script: (collector) => libraryScript(vendor, start, collector),
    vendor: { ...emulator, handle: libraryHandler(vendor, emulator) },
  })
}
