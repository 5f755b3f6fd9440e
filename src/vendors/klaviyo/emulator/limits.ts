import type { Rate } from '../../../../testing/emulators/fixed-window.ts'

export interface KlaviyoLimits {
  readonly eventsPerRequest: number
  readonly bodyBytes: number
  readonly propertiesPerEvent: number
  readonly stringBytes: number
  readonly arrayItems: number
  /** Most levels of properties. `properties` itself counts as the first level, which is the stricter way. */
  readonly nestingLevels: number
  readonly metricNameChars: number
  /** The rates of `/client/event-bulk-create`. */
  readonly bulkRate: readonly Rate[]
  /** The rates of `/client/events` and of `/client/profiles`, each counted by itself. */
  readonly singleRate: readonly Rate[]
}

const perSecond = (requests: number): Rate => ({ requests, windowMs: 1000 })
const perMinute = (requests: number): Rate => ({ requests, windowMs: 60_000 })

/**
 * Source: https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling and the limits on each endpoint's page
 */
export const klaviyoLimits: KlaviyoLimits = {
  eventsPerRequest: 1000,
  bodyBytes: 5_000_000,
  propertiesPerEvent: 400,
  stringBytes: 100_000,
  arrayItems: 4000,
  nestingLevels: 10,
  metricNameChars: 127,
  bulkRate: [perSecond(10), perMinute(150)],
  singleRate: [perSecond(350), perMinute(3500)],
}
