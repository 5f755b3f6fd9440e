import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIds, timeOfId } from './id.ts'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const MAX_TIME_MS = 2 ** 48 - 1 - 1_000_000

const anyHexDigit = fc.constantFrom(...'0123456789abcdef')

test('makes valid UUIDv7 that ascend, wherever the clock jumps', () => {
  const jumps = fc.array(
    fc.oneof(fc.nat(MAX_TIME_MS), fc.integer({ min: 1_763_000_000_000, max: 1_763_000_000_009 })),
    {
      minLength: 2,
      maxLength: 60,
    },
  )
  fc.assert(
    fc.property(jumps, anyHexDigit, (times, digit) => {
      let time = 0
      const newId = createIds(
        () => time,
        (digits) => digit.repeat(digits),
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

test('makes ascending ids past the 4,096 that one millisecond can count', () => {
  const newId = createIds(
    () => 1_763_000_000_000,
    (digits) => 'f'.repeat(digits),
  )
  const ids = Array.from({ length: 10_000 }, newId)
  expect([...new Set(ids)].sort()).toEqual(ids)
  for (const id of [ids[4_095], ids[4_096], ids[9_999]]) expect(id).toMatch(UUID_V7)
})

test('keeps the ids of two tabs apart, also in the same millisecond', () => {
  const make = (digit: string) =>
    createIds(
      () => 1_763_000_000_000,
      (digits) => digit.repeat(digits),
    )
  const ids = [make('a'), make('b')].flatMap((newId) => Array.from({ length: 100 }, newId))
  expect(new Set(ids).size).toBe(200)
})

test('draws its random digits once: an id costs no system call', () => {
  let draws = 0
  const newId = createIds(
    () => 1_763_000_000_000,
    (digits) => {
      draws++
      return '0'.repeat(digits)
    },
  )
  const once = draws
  for (let count = 0; count < 5_000; count++) newId()
  expect(draws).toBe(once)
})

test('tells the millisecond at which an id was made', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_TIME_MS }), (time) => {
      const id = createIds(
        () => time,
        (digits) => 'a'.repeat(digits),
      )()
      expect(timeOfId(id)).toBe(time)
    }),
  )
})
