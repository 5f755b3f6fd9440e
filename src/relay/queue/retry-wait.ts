import type { VendorOutcome } from '../vendor.ts'

const FIRST_WAIT_MS = 1_000
const MAX_WAIT_MS = 60 * 60 * 1_000
const MAX_DOUBLINGS = 20

/**
 * Returns the wait before the next try in milliseconds: it doubles each time, up to an hour, and is never less than the
 * vendor asks for.
 */
export const retryWait = ({ afterMs = 0 }: Pick<VendorOutcome, 'afterMs'>, tries: number): number => {
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, MAX_DOUBLINGS), MAX_WAIT_MS)
  return Math.ceil(Math.min(Math.max(afterMs, backoff * (0.5 + Math.random() / 2)), MAX_WAIT_MS))
}
