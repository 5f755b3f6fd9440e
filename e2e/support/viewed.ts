import type { KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { recordedAs } from './recorded.ts'

/** What a page view is called. */
export const VIEWED = 'Viewed Page'

export const pathsViewed = (klaviyo: KlaviyoEmulator): readonly unknown[] =>
  recordedAs(klaviyo, VIEWED).map(({ properties }) => properties.path)

/** Path, query and fragment of each. */
export const addressesViewed = (klaviyo: KlaviyoEmulator): readonly string[] =>
  recordedAs(klaviyo, VIEWED).map(({ properties }) => `${properties.url}`.replace(/^.*?:\d+/, ''))
