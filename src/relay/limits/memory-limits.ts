import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limits } from './limits.ts'

const WINDOW_S = 60

const limiterFor = (points: number | undefined): RateLimiterMemory | undefined =>
  points ? new RateLimiterMemory({ points, duration: WINDOW_S }) : undefined

/**
 * Makes limits that this process keeps for itself, in memory, so that a stranger's requests cost no command to Redis.
 */
export const createMemoryLimits = ({
  requestsPerAddress,
  eventsPerKey,
}: {
  /** Most requests of one address in a minute. @default no limit, as with 0 */
  readonly requestsPerAddress?: number | undefined
  /** Most events of one write key in a minute. @default no limit, as with 0 */
  readonly eventsPerKey?: number | undefined
}): Limits => {
  const limiters = { address: limiterFor(requestsPerAddress), key: limiterFor(eventsPerKey) }
  return {
    async take(of, subject, amount) {
      try {
        await limiters[of]?.consume(subject, amount)
        return 0
      } catch (refused) {
        // The limiter rejects with its state; an error of its own is not a refusal.
        return (refused as { readonly msBeforeNext?: number }).msBeforeNext ?? WINDOW_S * 1_000
      }
    },
  }
}
