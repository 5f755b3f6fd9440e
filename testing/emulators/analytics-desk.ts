import type { AnalyticsEmulator, AnalyticsEmulatorOptions } from './analytics-account.ts'
import { ADDRESS, type Desk, type Refuse } from './desk.ts'

/** A vendor whose emulator says everything in the words of the board. */
export const analyticsDesk =
  (title: string, key: string, create: (options: AnalyticsEmulatorOptions) => AnalyticsEmulator) =>
  (refuse: Refuse): Desk => {
    const vendor = create({ refuse })
    return {
      title,
      attributes: { 'data-key': key, 'data-endpoint': ADDRESS },
      handle: vendor.handle,
      requests: vendor.requests,
      repeats: vendor.duplicates,
      people: () => vendor.people().size,
      events: () =>
        vendor.events().map(({ timeMs, ...event }) => ({ ...event, time: new Date(timeMs).toISOString() })),
    }
  }
