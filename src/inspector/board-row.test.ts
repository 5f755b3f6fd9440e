import { expect, test } from 'vitest'
import { eventsOf } from '../../test/events.ts'
import { boardRows } from './board-row.ts'
import type { Departure, DepartureStatus } from './departure.ts'

const departuresOf = (...statuses: readonly DepartureStatus[]): readonly Departure[] =>
  eventsOf(statuses.length)
    .map((event, index) => ({
      event: { ...event, name: 'Scrolled' },
      destination: 'klaviyo',
      status: statuses[index] ?? 'waiting',
    }))
    .reverse()

test('events that follow each other and stand alike are one line', () => {
  const rows = boardRows(departuresOf('delivered', 'delivered', 'waiting', 'waiting', 'waiting'), 10)
  expect(rows.map(({ status, events }) => [status, events.length])).toEqual([
    ['waiting', 3],
    ['delivered', 2],
  ])
})

test('a line is recognised although younger events have joined it', () => {
  const departures = departuresOf('waiting', 'waiting', 'waiting')
  const [before] = boardRows(departures.slice(1), 10)
  const [after] = boardRows(departures, 10)
  expect(after?.key).toBe(before?.key)
})

test('people, destinations and the vendor’s words are kept apart', () => {
  const [first, second] = departuresOf('waiting', 'waiting') as [Departure, Departure]
  const identity = { ...second.event.identity, email: 'grace@shop.test' }
  expect(boardRows([first, { ...second, event: { ...second.event, identity } }], 10)).toHaveLength(2)
  expect(boardRows([first, { ...second, destination: 'yotpo' }], 10)).toHaveLength(2)
  expect(boardRows([first, { ...second, detail: 'No.' }], 10)).toHaveLength(2)
})

test('there are no more lines than were asked for', () => {
  expect(boardRows(departuresOf('waiting', 'delivered', 'waiting', 'delivered'), 2)).toHaveLength(2)
})
