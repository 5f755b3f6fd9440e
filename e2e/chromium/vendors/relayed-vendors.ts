import { createHelpcrunchEmulator } from '../../../src/vendors/helpcrunch/emulator/emulator.ts'
import { createYotpoEmulator } from '../../../src/vendors/yotpo/emulator/emulator.ts'
import { SETTINGS } from '../../../test/relay/set-up.ts'
import type { VendorRequestLog } from '../../../testing/emulators/vendor-log.ts'
import type { VendorRecord } from '../../support/vendor-verdict.ts'

/** A vendor's record, in the same terms for both. */
export interface RelayedRecord extends VendorRecord {
  handle(request: Request): Promise<Response>
  requests(): readonly VendorRequestLog[]
  /** Returns the site's own ids of the people of the events; '' for an event without a person. */
  people(): readonly string[]
}

export interface RelayedVendor {
  /** The vendor's name in the script and in the relay. */
  readonly name: 'yotpo' | 'helpcrunch'
  /** Whether the vendor recognises an event that comes twice. */
  readonly knowsRepeats: boolean
  create(isRefused: (label: string) => boolean): RelayedRecord
}

const WORDS = 'Not this one.'

const detailed = (violations: readonly VendorRequestLog[]) =>
  violations.map(({ path, status, body }) => ({ path, details: [`${status} ${body}`] }))

const yotpo: RelayedVendor = {
  name: 'yotpo',
  knowsRepeats: true,
  create(isRefused) {
    const emulator = createYotpoEmulator({
      storeId: SETTINGS.storeId,
      secret: SETTINGS.secret,
      refuse: ({ properties }) => (isRefused(`${properties?.label}`) ? WORDS : undefined),
    })
    // Yotpo records an identify as an event like any other.
    const tracked = () => emulator.events().filter(({ type }) => type !== 'identify')
    return {
      handle: emulator.handle,
      requests: emulator.requests,
      events: () => tracked().map(({ properties = {} }) => ({ properties })),
      people: () => tracked().map(({ customer }) => customer.external_id ?? ''),
      violations: () => detailed(emulator.violations()),
    }
  },
}

const helpcrunch: RelayedVendor = {
  name: 'helpcrunch',
  knowsRepeats: false,
  create(isRefused) {
    const emulator = createHelpcrunchEmulator({
      apiKey: SETTINGS.apiKey,
      refuse: ({ data }) => (isRefused(`${Reflect.get(data, 'label')}`) ? WORDS : undefined),
      // HelpCrunch's limit of 120 a minute would make the tests wait.
      enforceRateLimits: false,
    })
    const userIdOf = (wanted: number) => emulator.customers().find(({ id }) => id === wanted)?.userId
    return {
      handle: emulator.handle,
      requests: emulator.requests,
      events: () => emulator.events().map(({ data }) => ({ properties: data })),
      people: () => emulator.events().map(({ customer }) => userIdOf(customer) ?? ''),
      violations: () => detailed(emulator.violations()),
    }
  },
}

/** The vendors whose keys are private. */
export const RELAYED_VENDORS: readonly RelayedVendor[] = [yotpo, helpcrunch]
