import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

test('no window has more requests than the vendor allows, however they come', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.nat({ max: 500 }), { maxLength: 200 }),
      (requests, gaps) => {
        const pace = createPace({ requests, windowMs: 1_000 })
        const starts: number[] = []
        let nowMs = 0
        for (const gap of gaps) {
          nowMs += gap
          const turn = pace.take(nowMs, 3_000)
          if (turn.type === 'granted') starts.push(nowMs + turn.waitMs)
        }
        for (const [index, start] of starts.entries())
          expect(start - (starts[index - requests] ?? -Infinity)).toBeGreaterThanOrEqual(1_000)
      },
    ),
  )
})

test('says when to come again, and keeps no turn for who is sent away', () => {
  const pace = createPace({ requests: 1, windowMs: 1_000 })
  expect(pace.take(0, 0)).toEqual({ type: 'granted', waitMs: 0 })
  expect(pace.take(50, 999)).toEqual({ type: 'full', afterMs: 1_000 })
  expect(pace.take(1_050, 0)).toEqual({ type: 'granted', waitMs: 0 })
})

test('keeps quiet for as long as the vendor has asked', () => {
  const pace = createPace({ requests: 100, windowMs: 1_000 })
  pace.quiet(5_000)
  expect(pace.take(1_000, 100)).toEqual({ type: 'full', afterMs: 4_000 })
  expect(pace.take(1_000, 4_000)).toEqual({ type: 'granted', waitMs: 4_000 })
})
