import type { Stage, Tracked } from './stage.ts'

export interface Verdict {
  /** Why the fault could not be played to its end, such as a page that the tracker itself has crashed. */
  readonly failed?: string
  readonly tracked: number
  readonly delivered: number
  readonly lost: number
  /** Number of copies that arrived beyond the first. */
  readonly doubled: number
  /**
   * Number of events that the vendor recorded more than once; known only where the collector is a vendor's emulator.
   */
  readonly recordedTwice?: number
  /** Milliseconds from `track()` to the arrival, of the delivered events: median and last. */
  readonly medianMs: number
  readonly lastMs: number
  /** What the vendor's emulator refused as a breach of its contract, without repetitions. */
  readonly violations?: readonly string[]
  readonly stray: readonly string[]
  readonly unexpected: readonly string[]
}

export const missing = ({ tracked, collector }: Stage): number =>
  tracked().filter(({ label }) => !collector.arrivals.of(label)).length

const NOTHING = { tracked: 0, delivered: 0, lost: 0, doubled: 0, medianMs: Number.NaN, lastMs: Number.NaN }

export const failedVerdict = (error: unknown): Verdict => ({
  ...NOTHING,
  failed: `${error}`.includes('crashed') ? 'page crashed' : 'not measured',
  stray: [],
  unexpected: [],
})

const recordedTwice = ({ vendor, tracked }: Stage): number | undefined => {
  if (!vendor) return undefined
  const counts = new Map<unknown, number>()
  for (const { properties } of vendor.events())
    counts.set(properties.label, (counts.get(properties.label) ?? 0) + 1)
  return tracked().filter(({ label }) => (counts.get(`~${label}~`) ?? 0) > 1).length
}

/** Compares what arrived with what was tracked. */
export const verdictOf = (stage: Stage): Verdict => {
  const { collector } = stage
  const tracked: readonly Tracked[] = stage.tracked()
  const arrived = tracked.flatMap(({ label, atMs }) => {
    const arrival = collector.arrivals.of(label)
    return arrival ? [{ copies: arrival.copies, ms: arrival.atMs - atMs }] : []
  })
  const times = arrived.map(({ ms }) => ms).sort((one, other) => one - other)
  const twice = recordedTwice(stage)
  return {
    tracked: tracked.length,
    delivered: arrived.length,
    lost: tracked.length - arrived.length,
    doubled: arrived.reduce((sum, { copies }) => sum + copies - 1, 0),
    ...(twice !== undefined && { recordedTwice: twice }),
    medianMs: times[Math.floor(times.length / 2)] ?? Number.NaN,
    lastMs: times.at(-1) ?? Number.NaN,
    ...(stage.vendor && {
      violations: [...new Set(stage.vendor.violations().flatMap(({ details }) => details))],
    }),
    stray: stage.strayRequests(),
    unexpected: collector.unexpected(),
  }
}
