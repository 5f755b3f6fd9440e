import type { KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { recordedAs } from './recorded.ts'

/** The name of a page view. */
export const VIEWED = 'Viewed Page'

export const pathsViewed = (klaviyo: KlaviyoEmulator): readonly unknown[] =>
  recordedAs(klaviyo, VIEWED).map(({ properties }) => properties.path)

/** Returns path, query and fragment of each view. */
export const addressesViewed = (klaviyo: KlaviyoEmulator): readonly string[] =>
  recordedAs(klaviyo, VIEWED).map(({ properties }) => `${properties.url}`.replace(/^.*?:\d+/, ''))
