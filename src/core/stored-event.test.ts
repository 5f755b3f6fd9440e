import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANYONE, anyEvents, eventsOf } from '../../test/events.ts'
import type { TrackedEvent } from './event.ts'
import { eventsIn, groupOf } from './stored-event.ts'

const groups = (events: readonly TrackedEvent[]) => new Set(events.map(groupOf))

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

test('the events that were written are read', () => {
  fc.assert(
    fc.property(anyEvents(), (events) => {
      expect(eventsIn(JSON.stringify(events))).toEqual(JSON.parse(JSON.stringify(events)))
    }),
  )
})

test.each([
  undefined,
  null,
  '',
  'half a rec',
  'null',
  '7',
  '"text"',
  '[]',
  '{"events":[]}',
  '[null]',
  '[{"id":"x"}]',
  '[{"id":"x","identity":{}}]',
  '[{"id":"x","properties":{}}]',
  '[{"id":7,"identity":{},"properties":{}}]',
  '[{"id":"x","identity":{},"properties":{}},{"id":"y"}]',
])('no events are read where %j was written', (json) => {
  expect(eventsIn(json)).toEqual([])
})
