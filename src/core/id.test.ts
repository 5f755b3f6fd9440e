import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIds, timeOfId } from './id.ts'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** Times from November 2004 to May 2109 have as many digits as the format wants. */
const anyTime = fc.integer({ min: 2 ** 40, max: 2 ** 42 - 1_000_000 })

const anyHexDigit = fc.constantFrom(...'0123456789abcdef')

test('makes valid UUIDv7 that ascend, wherever the clock jumps', () => {
  const jumps = fc.array(fc.oneof(anyTime, fc.integer({ min: 1_763_000_000_000, max: 1_763_000_000_009 })), {
    minLength: 2,
    maxLength: 60,
  })
  fc.assert(
    fc.property(jumps, anyHexDigit, (times, digit) => {
      let time = 0
      const newId = createIds(
        () => time,
        () => digit.repeat(16),
      )
      const ids = times.map((next) => {
        time = next
        return newId()
      })
      for (const id of ids) expect(id).toMatch(UUID_V7)
      expect([...new Set(ids)].sort()).toEqual(ids)
    }),
  )
})

test.each([
  ['fractions of milliseconds', [0.1, 0.9, 1, 1.5, 1.25, 2.999].map((ms) => 1_763_000_000_000 + ms)],
  ['1970, and what was before', [0, 0, 0.5, -1, -1e12, 1]],
  ['no time at all', [Number.NaN, Number.NaN, 1_763_000_000_000, Number.NaN, Number.NEGATIVE_INFINITY]],
])('makes valid UUIDv7 that ascend where the clock tells %s', (_, times) => {
  const newId = createIds(
    () => 0,
    () => 'f'.repeat(16),
  )
  const ids = times.map(newId)
  for (const id of ids) expect(id).toMatch(UUID_V7)
  expect([...new Set(ids)].sort()).toEqual(ids)
})

test('shares no random bits between events and anything else', () => {
  let drawn = 0
  const newId = createIds(
    () => 1_763_000_000_000,
    () => `${++drawn}`.padStart(16, '0'),
  )
  const tailOf = (id: string) => id.slice(19)
  const events = [newId(7), newId(7), newId(8)].map(tailOf)
  const others = [newId(), newId(), newId()].map(tailOf)
  expect(new Set(events).size).toBe(1)
  expect(new Set([...events, ...others]).size).toBe(4)
})

test('makes ascending ids past the 4,096 that one millisecond can count', () => {
  const newId = createIds(
    () => 1_763_000_000_000,
    () => 'f'.repeat(16),
  )
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect([...new Set(ids)].sort()).toEqual(ids)
  for (const id of [ids[4_095], ids[4_096], ids[9_999]]) expect(id).toMatch(UUID_V7)
})

test('keeps the ids of two tabs apart, also in the same millisecond', () => {
  const make = (last: string) =>
    createIds(
      () => 1_763_000_000_000,
      () => last.padStart(16, '0'),
    )
  const ids = [make('a'), make('b')].flatMap((newId) => Array.from({ length: 100 }, () => newId()))
  expect(new Set(ids).size).toBe(200)
})

test('keeps of its random digits all that the format leaves free', () => {
  const newId = createIds(
    () => 1_763_000_000_000,
    () => '0123456789abcdef',
  )
  expect(newId().slice(18)).toBe('-8123-456789abcdef')
})

test('tells the millisecond at which an id was made', () => {
  fc.assert(
    fc.property(anyTime, (time) => {
      const id = createIds(
        () => time,
        () => 'a'.repeat(16),
      )()
      expect(timeOfId(id)).toBe(time)
    }),
  )
})
