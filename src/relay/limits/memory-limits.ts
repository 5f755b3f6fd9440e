import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limits } from './limits.ts'

const WINDOW_S = 60

const limiterFor = (points: number | undefined): RateLimiterMemory | undefined =>
  points ? new RateLimiterMemory({ points, duration: WINDOW_S }) : undefined

/**
 * Limits that this process keeps for itself, in memory: a stranger is stopped here at the latest, and no Redis is asked for
 * each request.
 */
export const createMemoryLimits = ({
  requestsPerAddress,
  eventsPerKey,
}: {
  /** A minute; none when left out or 0. */
  readonly requestsPerAddress?: number | undefined
  /** A minute; none when left out or 0. */
  readonly eventsPerKey?: number | undefined
}): Limits => {
  const limiters = { address: limiterFor(requestsPerAddress), key: limiterFor(eventsPerKey) }
  return {
    async take(of, subject, amount) {
      try {
        await limiters[of]?.consume(subject, amount)
        return 0
      } catch (refused) {
        // It rejects with the state of the limiter; an error of its own would not be one.
        return (refused as { readonly msBeforeNext?: number }).msBeforeNext ?? WINDOW_S * 1_000
      }
    },
  }
}
