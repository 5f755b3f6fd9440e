const BASE_MS = 1_000
const MAX_MS = 300_000

/** Exponential back-off with full jitter: clients that failed together do not come back together. */
export const backoffMs = (failures: number, random: () => number): number =>
  random() * Math.min(MAX_MS, BASE_MS * 2 ** failures)

/** No vendor asks for more; a longer wait is a mistake or a clock that was set back. */
export const MAX_WAIT_MS = 3_600_000

/** `Retry-After` (RFC 9110, section 10.2.3): whole seconds, or a date. */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  if (!header) return
  const ms = /^\d+$/.test(header) ? +header * 1_000 : Date.parse(header) - now
  return ms >= 0 ? Math.min(ms, MAX_WAIT_MS) : undefined
}
