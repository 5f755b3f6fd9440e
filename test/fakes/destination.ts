import type { Destination } from '../../src/core/destination.ts'
import { outcomeOfStatus } from '../../src/core/outcome.ts'

const LIMITS = { events: 100, bytes: 1_000_000, burstMs: 1_000 }

/** A vendor without particulars: takes what it is given, and names nobody when it refuses. */
export const createFakeDestination = ({
  limits = LIMITS,
  ...overrides
}: Partial<Destination> = {}): Destination => ({
  name: 'fake',
  account: 'shop',
  limits,
  encode(events, attempt) {
    const taken = events.slice(0, limits.events)
    const said = taken.map(({ id, time, properties }) => ({
      id,
      time: new Date(time).toISOString(),
      names: Object.keys(properties),
      properties,
    }))
    return {
      url: `https://vendor.test/${attempt}`,
      body: JSON.stringify(said),
      events: taken,
      costMs: 0,
    }
  },
  interpret: (events, { status, retryAfterMs }) => {
    const outcome = outcomeOfStatus(status, retryAfterMs)
    if (outcome) return events.map(() => outcome)
    return events.map(() =>
      events.length > 1 ? { type: 'retry', reason: 'together' } : { type: 'dropped', reason: 'refused' },
    )
  },
  ...overrides,
})
