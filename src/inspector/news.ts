import { element, setText } from './element.ts'
import type { Totals } from './totals.ts'
import { numberText } from './wording.ts'

/** The shortest time between two messages to a screen reader. */
const PAUSE_MS = 4_000

const newsOf = ({ waiting, inFlight, handedOff, delivered, dead }: Totals): string =>
  `${numberText(waiting + inFlight + handedOff)} on the way, ${numberText(delivered)} delivered, ${numberText(dead)} refused`

/** Tells a screen reader how the board stands when it has changed. */
export const createNews = () => {
  const live = element('p', 'unseen', [], { role: 'status' })
  let saidAt = 0
  return {
    element: live,
    update(totals: Totals): void {
      const text = newsOf(totals)
      const now = performance.now()
      if (text === live.textContent || now - saidAt < PAUSE_MS) return
      saidAt = now
      setText(live, text)
    },
  }
}
