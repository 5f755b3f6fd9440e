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

/** Requests so small are to outlive the page, too. */
export const SMALL_CHARS = 5_000

/** One outcome for each event of a request. */
export const outcomesOf = (
  destination: Destination,
  part: Part,
  response: VendorResponse | undefined,
): readonly Outcome[] =>
  response
    ? destination.interpret(part.events, response)
    : part.events.map(() => ({ type: 'retry', reason: 'unanswered' }))
