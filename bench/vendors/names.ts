import type { TrackerName } from '../trackers/names.ts'

/** The vendors that have a strict emulator and a library for browsers. */
export const VENDORS = [
  'segment',
  'posthog',
  'amplitude',
  'mixpanel',
] as const satisfies readonly TrackerName[]
export type VendorName = (typeof VENDORS)[number]

/** The senders to the vendor's emulator: its own library, or sendoff. */
export const SENDERS = ['library', 'sendoff'] as const
export type Sender = (typeof SENDERS)[number]
