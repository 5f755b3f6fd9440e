import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Tell } from './sender-events.ts'

/** Emits a destination's events to the page. */
export const createTelling = (name: string, tell: Tell) => {
  const told = new Set<string>()

  /** Reports a mistake of the page once, however often the page makes it. */
  const once = (message: string): void => {
    if (!told.has(message)) tell('error', { reason: 'invalid', message })
    told.add(message)
  }

  return {
    once,

    /** Reports the outcomes of a request's events. */
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

export type Telling = ReturnType<typeof createTelling>
