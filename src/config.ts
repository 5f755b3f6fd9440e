import type { Destination } from './core/destination.ts'
import { invalid } from './core/options.ts'

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
}

export type Config = Required<TrackerOptions>

const DEFAULTS: Config = { destinations: [], maxAgeDays: 7, maxEvents: 100_000 }

/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export const configOf = (options: TrackerOptions): Config => {
  const config: Config = { ...DEFAULTS, ...options }
  for (const option of Object.keys(config)) {
    const value = config[option as 'destinations']
    const isKnown = Object.hasOwn(DEFAULTS, option)
    if (!isKnown || !(value?.[0]?.encode || Number(value) > 0))
      throw invalid(
        option,
        isKnown ? value : 'unknown',
        `one of ${Object.keys(DEFAULTS)}, with destinations or a positive number`,
      )
  }
  return config
}
