import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import { idsOf, NOON } from '../events.ts'

/*
 * For an independent witness: each vendor's own library says the same to a server of ours as sendoff does. What differs is
 * named in each test; ids, times and the names of libraries differ by their nature.
 */

export const VISITOR = 'visitor-1'
export const USER = 'customer-7'
export const PROPERTIES = { value: 19.9, currency: 'EUR', list: ['a', 'b'], nested: { on: true } }
export const TRAITS = { plan: 'gold' }
export const EMAIL = 'ada@shop.test'

const newId = idsOf(1)
const event = (given: Partial<TrackedEvent>): TrackedEvent => ({
  id: newId(),
  type: 'track',
  name: 'Placed Order',
  time: NOON,
  properties: PROPERTIES,
  identity: { anonymousId: VISITOR },
  ...given,
})

/** What a visitor does, what a customer does, and who that is. */
export const SAID: readonly [anonymous: TrackedEvent, known: TrackedEvent, identify: TrackedEvent] = [
  event({}),
  event({ identity: { anonymousId: VISITOR, userId: USER } }),
  event({
    type: 'identify',
    name: 'identify',
    properties: TRAITS,
    identity: { anonymousId: VISITOR, userId: USER, email: EMAIL },
  }),
]

export const parse = (body: string | undefined): unknown => JSON.parse(`${body}`)

/** Without the fields that differ by their nature, or as the test says; and without what is empty. */
export const without = (names: readonly string[], value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((part) => without(names, part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const its = without(names, part)
      const isEmpty = typeof its === 'object' && its !== null && !Object.keys(its)[0]
      return names.includes(name) || isEmpty ? [] : [[name, its]]
    }),
  )
}

export const bodiesOf = (destination: Destination, events: readonly TrackedEvent[]): readonly string[] =>
  events.map((its) => destination.encode([its], 'first', NOON).body)
