import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProperties, NOON } from '../../test/events.ts'
import { groupOf } from './event.ts'
import { freeze } from './freeze.ts'

const identity = JSON.stringify({ anonymousId: 'visitor-1' })
const options = { id: 'event-1', type: 'track', identity } as const

test('keeps what the page gave, for any name, properties and id', () => {
  const anyName = fc.string({ unit: 'binary', minLength: 1 })
  fc.assert(
    fc.property(
      anyName,
      anyProperties,
      fc.option(fc.string({ unit: 'binary' })),
      (name, properties, uniqueId) => {
        const event = freeze(name, properties, NOON, uniqueId ?? undefined, options)
        expect(JSON.parse(event.json)).toEqual({
          id: 'event-1',
          type: 'track',
          name,
          time: NOON,
          ...(uniqueId !== null && { uniqueId }),
          properties,
          identity: { anonymousId: 'visitor-1' },
        })
        expect(event.id).toBe('event-1')
      },
    ),
  )
})

test('is not reached by what the page changes later', () => {
  const properties = { list: [1] }
  const { json } = freeze('Viewed', properties, NOON, undefined, options)
  properties.list.push(2)
  expect(JSON.parse(json).properties).toEqual({ list: [1] })
})

test.each([undefined, null])('takes %s for no properties', (properties) => {
  expect(JSON.parse(freeze('Viewed', properties, NOON, undefined, options).json).properties).toEqual({})
})

test.each([
  ['an empty name', '', {}, NOON],
  ['a number for a name', 7, {}, NOON],
  ['no name', undefined, {}, NOON],
  ['a text for properties', 'Viewed', 'text', NOON],
  ['a list for properties', 'Viewed', [1], NOON],
  ['a function for properties', 'Viewed', () => 1, NOON],
  ['a date for properties', 'Viewed', new Date(), NOON],
  ['no number for a time', 'Viewed', {}, Number.NaN],
  ['an endless time', 'Viewed', {}, Number.POSITIVE_INFINITY],
  ['what no date can have for a time', 'Viewed', {}, 8.64e15 + 1],
])('refuses %s and names the argument', (problem, name, properties, time) => {
  const argument = problem.split(' ').at(-1)
  expect(() => freeze(name, properties, time, undefined, options)).toThrow(
    new RegExp(`^${argument} must be `),
  )
})

test('throws what a circular object and a hostile getter throw', () => {
  const circle: { self?: object } = {}
  circle.self = circle
  expect(() => freeze('Viewed', circle, NOON, undefined, options)).toThrow(TypeError)
  const hostile = {
    get price() {
      throw new Error('not now')
    },
  }
  expect(() => freeze('Viewed', hostile, NOON, undefined, options)).toThrow('not now')
})

test('puts events into the groups in which they are found again', () => {
  const anyone = { anonymousId: 'visitor-1' }
  const frozen = [
    freeze('Viewed', {}, NOON, undefined, options),
    freeze('Ordered', {}, NOON, 'order-7', options),
    freeze('identify', {}, NOON, undefined, { ...options, type: 'identify' }),
  ]
  expect(frozen.map(({ json }) => groupOf(JSON.parse(json)))).toEqual(frozen.map(({ group }) => group))
  expect(new Set(frozen.map(({ group }) => group)).size).toBe(2)
  expect(groupOf(JSON.parse(frozen[0]?.json ?? ''))).toBe(JSON.stringify(anyone))
})
