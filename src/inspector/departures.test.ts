import { expect, test } from 'vitest'
import { eventsOf } from '../../test/events.ts'
import { type SharedState, stateFrom } from '../queue/shared-state.ts'
import { createDepartures } from './departures.ts'
import type { QueueSnapshot } from './snapshot.ts'

const [first, second, third] = eventsOf(3) as [never, never, never]

const queue = (snapshot: Partial<QueueSnapshot>, state: Partial<SharedState> = {}): QueueSnapshot => ({
  destination: 'klaviyo',
  queued: { waiting: 0, 'in flight': 0, 'handed off': 0, unanswered: 0 },
  events: [],
  completeFrom: '',
  letters: 0,
  newestLetters: [],
  ...snapshot,
  state: { ...stateFrom(undefined, 0), ...state },
})

const waiting = (...events: readonly never[]) => ({
  events: events.map((event) => ({ event, status: 'waiting' as const })),
})

const statuses = (departures: ReturnType<typeof createDepartures>) =>
  departures.list().map(({ status }) => status)

test('what leaves the queue while only deliveries are counted has been delivered', () => {
  const departures = createDepartures()
  departures.update(queue(waiting(first, second)))
  departures.update(queue(waiting(second), { counts: { delivered: 1 } }))
  expect(statuses(departures)).toEqual(['waiting', 'delivered'])
})

test('nobody guesses what has become of an event while others were lost', () => {
  const departures = createDepartures()
  departures.update(queue(waiting(first)))
  departures.update(queue({}, { counts: { delivered: 1, evicted: 1 } }))
  expect(statuses(departures)).toEqual(['gone'])
})

test('what this tab has heard is right, whatever was counted', () => {
  const departures = createDepartures()
  departures.update(queue(waiting(first)))
  departures.settle('klaviyo', first, { type: 'dropped', reason: 'refused', detail: 'No.' })
  departures.update(queue({}, { counts: { delivered: 1 } }))
  expect(departures.list()).toMatchObject([{ status: 'refused', detail: 'No.' }])
})

test('an event that was not read, as the queue is long, has not left', () => {
  const departures = createDepartures()
  departures.update(queue(waiting(first, second)))
  departures.update(queue({ ...waiting(third), completeFrom: (third as { id: string }).id }))
  expect(statuses(departures)).toEqual(['waiting', 'waiting', 'waiting'])
})

test('a dead letter that is sent again and delivered is delivered', () => {
  const departures = createDepartures()
  const newestLetters = [{ event: first, reason: 'refused' as const, detail: 'No.' }]
  departures.update(queue({ letters: 1, newestLetters }, { counts: { refused: 1 } }))
  expect(statuses(departures)).toEqual(['refused'])
  departures.update(queue(waiting(first), { counts: { refused: 1 } }))
  departures.update(queue({}, { counts: { refused: 1, delivered: 1 } }))
  expect(statuses(departures)).toEqual(['delivered'])
})
