import { JITTER, type Pace } from '../limits/pace.ts'
import type { RedisCalls } from './redis-calls.ts'
import * as scripts from './redis-queue-scripts.ts'
import type { WorkQueue } from './work-queue.ts'

/** How long to wait for a server that is gone. */
const DOWN_MS = 5_000

/** One pace for all workers. */
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
          // Nobody knows what the others send: nothing leaves.
          return { type: 'full', afterMs: DOWN_MS }
        }
      },
      async quiet(untilMs, nowMs) {
        try {
          await evaluate(scripts.QUIET, keysOf(vendor), Math.max(0, untilMs - nowMs))
        } catch {
          // Then the vendor says it again, to the next request.
        }
      },
    }
  }
