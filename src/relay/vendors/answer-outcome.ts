import { type Outcome, outcomeOfStatus } from '../../core/outcome.ts'
import { waitAskedFor } from '../caller.ts'
import type { VendorAnswer } from '../vendor.ts'

/** The wait after a failure for which the vendor names none. */
const TROUBLED_MS = 5_000

/**
 * Returns what an answer means for the event. `detail` names the status and nothing else, because a vendor's words may
 * quote the person or the credential.
 */
export const outcomeOfAnswer = (answer: VendorAnswer, limitedMs: number): Outcome => {
  switch (answer.type) {
    case 'unanswered':
      return { type: 'retry', reason: 'unanswered', detail: 'no answer from the vendor' }
    case 'waiting':
      return { type: 'retry', reason: 'busy', afterMs: answer.afterMs, detail: "the vendor's limit" }
    case 'answered': {
      const { status, headers } = answer
      const detail = `HTTP ${status} from the vendor`
      // The service has moved, or the address is wrong: the event is not the cause.
      if (status < 200 || (status >= 300 && status < 400)) return { type: 'retry', reason: 'paused', detail }
      const afterMs = waitAskedFor(headers, status === 429 ? limitedMs : TROUBLED_MS)
      const outcome = outcomeOfStatus(status, afterMs)
      return outcome?.type === 'retry'
        ? { ...outcome, detail }
        : (outcome ?? { type: 'dropped', reason: 'refused', detail })
    }
  }
}
