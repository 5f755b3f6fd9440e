import { JITTER, type Pace } from '../limits/pace.ts'
import type { RedisCalls } from './redis-calls.ts'
import * as scripts from './redis-queue-scripts.ts'
import type { WorkQueue } from './work-queue.ts'

/** How long to wait for a server that does not answer. */
const DOWN_MS = 5_000

/** Makes one pace for all workers. */
export const createRedisPace =
  ({ evaluate, keysOf }: RedisCalls): WorkQueue['pace'] =>
  (vendor, { requests, windowMs }): Pace => {
    const betweenMs = (windowMs * JITTER) / requests
    return {
      async take(_, maxWaitMs) {
        try {
          const wait = await evaluate<number>(scripts.TAKE_PACE, keysOf(vendor), betweenMs, maxWaitMs)
          return wait < 0 ? { type: 'full', afterMs: -wait } : { type: 'granted', waitMs: wait }
        } catch {
          // The requests of other workers are unknown, so no request leaves.
          return { type: 'full', afterMs: DOWN_MS }
        }
      },
      async quiet(untilMs, nowMs) {
        try {
          await evaluate(scripts.QUIET, keysOf(vendor), Math.max(0, untilMs - nowMs))
        } catch {
          // The vendor refuses the next request in the same way, and then the wait is written.
        }
      },
    }
  }
