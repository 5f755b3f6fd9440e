import type { Destination } from './core/destination.ts'

/** What `createTracker` takes; everything but `destinations` may be left out. */
export interface TrackerOptions {
  /** Where the events go. */
  readonly destinations: readonly Destination[]
  /**
   * Days after which an event that could not be delivered is dropped.
   * @default 7
   */
  readonly maxAgeDays?: number
  /**
   * Events that may wait in the queue; the oldest are evicted.
   * @default 100_000
   */
  readonly maxEvents?: number
  /**
   * What happens to events whose request ended without an answer. Matters only for vendors that cannot
   * recognise a repeated event: they count it twice, or not at all.
   * @default 'resend'
   */
  readonly unanswered?: 'resend' | 'assume-delivered'
}

export type Config = Required<TrackerOptions>

const DEFAULTS = { destinations: [], maxAgeDays: 7, maxEvents: 100_000, unanswered: 'resend' } as const

export const invalid = (option: string, given: unknown, expected: string): TypeError => {
  let shown = typeof given as string
  try {
    shown = JSON.stringify(given) ?? shown
  } catch {
    // Its type says enough.
  }
  return new TypeError(`sendoff: ${option} is ${shown}; expected ${expected}`)
}

/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export const configOf = (options: TrackerOptions): Config => {
  const config: Config = { ...DEFAULTS, ...options }
  for (const option of Object.keys(config))
    if (!(option in DEFAULTS)) throw invalid(option, 'an unknown option', `one of ${Object.keys(DEFAULTS)}`)
  const { destinations, unanswered } = config
  if (!Array.isArray(destinations) || !destinations[0]?.encode)
    throw invalid('destinations', destinations, 'an array of destinations, such as [klaviyo({ companyId })]')
  for (const option of ['maxAgeDays', 'maxEvents'] as const)
    if (!(config[option] > 0)) throw invalid(option, config[option], 'a number above 0')
  if (unanswered !== 'resend' && unanswered !== 'assume-delivered')
    throw invalid('unanswered', unanswered, "'resend' or 'assume-delivered'")
  return config
}
