import type { Refuse } from '../testing/emulators/desk.ts'

/** The words with which the vendors refuse an event on request. */
export const REFUSAL = 'This event breaks a rule of the account.'

/** Refuses one event for good: the first that comes after `arm`. Every event of the demo has a ticket of its own. */
export const createRefusal = () => {
  const refused = new Set<unknown>()
  let isArmed = false
  const refuse: Refuse = (properties) => {
    const ticket = properties && Reflect.get(properties, 'ticket')
    if (ticket === undefined) return undefined
    if (isArmed) refused.add(ticket)
    isArmed = false
    return refused.has(ticket) ? REFUSAL : undefined
  }
  return {
    refuse,
    isArmed: () => isArmed,
    arm(): void {
      isArmed = true
    },
    /** Accepts the refused events from now on, so that a dead letter can be delivered after all. */
    forgive(): void {
      isArmed = false
      refused.clear()
    },
  }
}
