import type { Destination, Part, VendorResponse } from '../core/destination.ts'
import type { Outcome } from '../core/outcome.ts'

/**
 * How requests leave. Resolves with nothing when no answer came; never rejects. A request that is `leaving` must
 * outlive the page.
 */
export type Transport = (
  part: Part,
  timeoutMs: number,
  leaving: boolean,
) => Promise<VendorResponse | undefined>

/**
 * All keepalive requests of a page share 64 KiB of body in flight (Fetch, section 4.7): this much is for what
 * leaves with the page, the rest for small requests before, which are to outlive it, too.
 */
export const HAND_OFF_BYTES = 50_000
export const SMALL_CHARS = 5_000

export const bytesOf = (text: string): number => new Blob([text]).size

/** One outcome for each event of a request. */
export const outcomesOf = (
  { interpret }: Destination,
  { events }: Part,
  response: VendorResponse | undefined,
): readonly Outcome[] =>
  response ? interpret(events, response) : events.map(() => ({ type: 'retry', reason: 'unanswered' }))
