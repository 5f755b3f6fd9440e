import type { TrackerName } from '../trackers/names.ts'

/** Of whom there is a strict emulator and a library for browsers. */
export const VENDORS = [
  'segment',
  'posthog',
  'amplitude',
  'mixpanel',
] as const satisfies readonly TrackerName[]
export type VendorName = (typeof VENDORS)[number]

/** Who sends to the vendor's emulator: its own library, or sendoff. */
export const SENDERS = ['library', 'sendoff'] as const
export type Sender = (typeof SENDERS)[number]
