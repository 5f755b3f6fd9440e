import type { Destination, Part, VendorResponse } from '../core/destination.ts'
import { type Outcome, refusalOf } from '../core/outcome.ts'

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

const UNANSWERED: Outcome = { type: 'retry', reason: 'unanswered' }
const OFFLINE: Outcome = { type: 'retry', reason: 'offline' }

/**
 * One outcome for each event of a request.
 * @param isOnline whether the request can have left, as far as the browser knows.
 */
export const outcomesOf = (
  destination: Destination,
  { events, error }: Part,
  response: VendorResponse | undefined,
  isOnline: boolean,
): readonly Outcome[] => {
  if (response)
    try {
      return destination.interpret(events, response)
    } catch {
      // A module of the site may throw: so nothing is known.
    }
  const outcome = error ? refusalOf(events, error) : isOnline ? UNANSWERED : OFFLINE
  return events.map(() => outcome)
}
