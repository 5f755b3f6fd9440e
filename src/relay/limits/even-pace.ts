import { JITTER, type Pace, type Rate } from './pace.ts'

/**
 * Makes a pace with even distances between requests, also between the first request and those before it. A caller that
 * works off one batch after another, each with a pace of its own, therefore keeps the vendor's limit without
 * remembering anything between them.
 */
export const createEvenPace = ({ requests, windowMs }: Rate): Pace => {
  const betweenMs = (windowMs * JITTER) / requests
  let nextMs: number | undefined

  return {
    take(nowMs, maxWaitMs) {
      const startMs = Math.max(nowMs, nextMs ?? nowMs + betweenMs)
      const waitMs = Math.ceil(startMs - nowMs)
      if (waitMs > maxWaitMs) return { type: 'full', afterMs: waitMs }
      nextMs = startMs + betweenMs
      return { type: 'granted', waitMs }
    },

    quiet(untilMs) {
      nextMs = Math.max(nextMs ?? 0, untilMs)
    },
  }
}
