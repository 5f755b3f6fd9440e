import type { Destination, Part, VendorResponse } from '../core/destination.ts'
import { type Outcome, refusalOf } from '../core/outcome.ts'

/**
 * How requests leave. Resolves with nothing when no answer came, with true when none can come, and with false when the
 * request has not left; never rejects. A request that is `leaving` must outlive the page.
 */
export type Transport = (
  part: Part,
  timeoutMs: number,
  leaving: boolean,
) => Promise<VendorResponse | boolean | undefined>

/** Requests so small are to outlive the page, too. */
export const SMALL_CHARS = 5_000

export const UNANSWERED: Outcome = { type: 'retry', reason: 'unanswered' }
/** The request has not left: the browser has refused it, or said before and after that there is no network. */
export const OFFLINE: Outcome = { type: 'retry', reason: 'offline' }

/**
 * One outcome for each event of a request.
 * @param silence what it means that no answer came.
 */
export const outcomesOf = (
  destination: Destination,
  { events, error }: Part,
  response: VendorResponse | false | undefined,
  silence: Outcome,
): readonly Outcome[] => {
  if (response)
    try {
      return destination.interpret(events, response)
    } catch {
      // A module of the site may throw: so nothing is known.
    }
  const outcome = error ? refusalOf(events, error) : silence
  return events.map(() => outcome)
}
