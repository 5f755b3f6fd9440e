import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Tell } from './lane-events.ts'

/** What the page is told of a destination's events. */
export const createTelling = (name: string, tell: Tell) => {
  const told = new Set<string>()

  /** What is wrong with what the page says: once, however often it says it. */
  const once = (message: string): void => {
    if (!told.has(message)) tell('error', { reason: 'invalid', message })
    told.add(message)
  }

  return {
    once,

    /** What has become of a request's events. */
    outcomes(events: readonly TrackedEvent[], outcomes: readonly Outcome[]): void {
      if (outcomes[0]?.reason === 'paused')
        tell('paused', { message: `${name} refuses the key: ${outcomes[0].detail}` })
      events.forEach((event, index) => {
        const outcome = outcomes[index]
        const identifier = outcome?.identifier
        const value = identifier && event.identity[identifier]
        if (value) {
          tell('refused', { identifier, value })
          once(`${name} refuses the ${identifier} of this person; events go without it`)
        }
        if (outcome && outcome.type !== 'retry') tell('settled', { event, outcome, message: outcome.detail })
      })
    },
  }
}
