import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANYONE, anyEvents, eventsOf } from '../../test/events.ts'
import { groupOf, type TrackedEvent } from './event.ts'

const groups = (events: readonly TrackedEvent[]) =>
  new Set(events.map((event) => groupOf({ events: [event] })))

test('one person’s events may share a request', () => {
  expect(groups(eventsOf(3)).size).toBe(1)
})

test('another identity is another person', () => {
  expect(
    groups([...eventsOf(1), ...eventsOf(1, { identity: { ...ANYONE, userId: 'customer-7' } })]).size,
  ).toBe(2)
})

test('what may be a repeat, and what is about the person, goes alone', () => {
  const ordered = eventsOf(2).map((event): TrackedEvent => ({ ...event, uniqueId: 'order-7' }))
  const identified = eventsOf(2).map((event): TrackedEvent => ({ ...event, type: 'identify' }))
  for (const events of [ordered, identified]) expect(groups(events).size).toBe(2)
})

test('an event that was stored is found in its group again', () => {
  fc.assert(
    fc.property(anyEvents(), (events) => {
      expect(groups(JSON.parse(JSON.stringify(events)))).toEqual(groups(events))
    }),
  )
})

test('no events are of no group', () => {
  expect(groupOf({ events: [] })).toBeUndefined()
})
