import type { AnalyticsEmulator, AnalyticsEmulatorOptions } from './analytics-account.ts'
import { ADDRESS, type Counter } from './desk.ts'

export interface Analytics {
  readonly title: string
  /** The key of the script tag, and of the emulator unless it gets another. */
  readonly key: string
  readonly create: (options: AnalyticsEmulatorOptions) => AnalyticsEmulator
}

/** The counter of a vendor whose emulator already uses the terms of the board. */
export interface AnalyticsCounter extends Counter {
  readonly analytics: Analytics
}

export const analyticsCounter = (analytics: Analytics, paths: readonly string[]): AnalyticsCounter => ({
  paths,
  analytics,
  open(refuse) {
    const { title, key, create } = analytics
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
  },
})
