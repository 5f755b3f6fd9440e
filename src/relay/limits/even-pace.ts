import { JITTER, type Pace, type Rate } from './pace.ts'

/**
 * Requests at even distances, and the first one as far from whatever was before. Who works off one batch after the other,
 * each with a pace of its own, keeps the vendor's limit so without remembering anything between them.
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
