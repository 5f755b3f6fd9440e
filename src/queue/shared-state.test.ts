import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf, NOON } from '../../test/events.ts'
import type { Outcome } from '../core/outcome.ts'
import { klaviyo } from '../vendors/klaviyo/destination.ts'
import { count, goesAlone, learn, type SharedState, spent, stateFrom, waitMs } from './shared-state.ts'

const HOUR_MS = 3_600_000
const vendor = klaviyo({ companyId: 'AbC123' })
const { burstMs } = vendor.limits
const costMs = vendor.encode(eventsOf(2), 'first').costMs
const failure = (reason: 'busy' | 'paused' | 'unanswered', afterMs?: number): Outcome => ({
  type: 'retry',
  reason,
  afterMs,
})
const half = 0.5
const newState = () => stateFrom(undefined, NOON)
/** What a request with these outcomes makes of the state. */
const learned = (state: SharedState, outcomes: readonly Outcome[], chance = half): SharedState => {
  learn(state, outcomes, { events: 1, bytes: 1, burstMs }, { now: NOON, random: chance })
  return state
}
/** As another tab finds it, at this time. */
const stored = (state: SharedState, now: number) => stateFrom(JSON.stringify(state), now)

/** The times of the requests that leave when the sender is asked at these times. */
const granted = (asked: readonly number[]): number[] => {
  const state = newState()
  return asked.filter((now) => {
    const free = waitMs(state, burstMs, now) <= 0
    if (free) state.due = spent(state, costMs, burstMs, now)
    return free
  })
}

const mostInAny = (windowMs: number, times: readonly number[]): number => {
  let first = 0
  return times.reduce((most, time, index) => {
    while ((times[first] ?? time) <= time - windowMs) first++
    return Math.max(most, index - first + 1)
  }, 0)
}

const anyPauses = fc.array(
  fc.oneof({ weight: 6, arbitrary: fc.nat(40) }, fc.nat(700), fc.nat(5_000), fc.nat(90_000)),
  { minLength: 1, maxLength: 3_000, size: 'max' },
)

describe('the rate limit', () => {
  test('is 10 requests in any second and 150 in any minute at most, however they arrive', () => {
    fc.assert(
      fc.property(anyPauses, (pauses) => {
        let now = NOON
        const times = granted(pauses.map((pause) => (now += pause)))
        expect(mostInAny(1_000, times)).toBeLessThanOrEqual(10)
        expect(mostInAny(60_000, times)).toBeLessThanOrEqual(150)
      }),
    )
  })

  test('is nearly used up by a sender that asks every millisecond, and not exceeded', () => {
    const times = granted(Array.from({ length: 180_000 }, (_, ms) => NOON + ms))
    expect(mostInAny(60_000, times)).toBeLessThanOrEqual(150)
    expect(times.length).toBeGreaterThan(3 * 138)
  })

  test('is free again exactly after the wait that it names', () => {
    const state = newState()
    let now = NOON
    for (let requests = 0; requests < 50; requests++) {
      const ms = Math.max(0, waitMs(state, burstMs, now))
      if (ms) expect(waitMs(state, burstMs, now + ms - 1)).toBeGreaterThan(0)
      now += ms
      expect(waitMs(state, burstMs, now)).toBeLessThanOrEqual(0)
      state.due = spent(state, costMs, burstMs, now)
    }
  })

  test.each([HOUR_MS, 24 * HOUR_MS, 400 * 24 * HOUR_MS])(
    'does not hold the queue up when the clock is set back by %d ms',
    (backMs) => {
      const state = { ...newState(), at: NOON }
      for (let requests = 0; requests < 10; requests++) state.due = spent(state, costMs, burstMs, NOON)
      expect(waitMs(stored(state, NOON), burstMs, NOON)).toBeGreaterThan(0)
      const back = stored(state, NOON - backMs)
      expect(waitMs(back, burstMs, NOON - backMs)).toBeLessThanOrEqual(0)
    },
  )
})

describe('back-off', () => {
  test('grows with the failures in a row, up to four minutes, and ends with a success', () => {
    const waits: number[] = []
    const state = newState()
    for (let attempt = 0; attempt < 40; attempt++) {
      learned(state, [failure('busy')])
      waits.push(waitMs(state, burstMs, NOON))
    }
    expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
    expect(waits.at(-1)).toBe(128_000)
    expect(learned(state, [{ type: 'delivered' }])).toMatchObject({ reason: '', detail: '' })
    learned(state, [failure('busy')], 0.999)
    expect(waitMs(state, burstMs, NOON)).toBeLessThan(4_000)
  })

  test('is drawn from the whole range, so that those who failed together do not return together', () => {
    const waitWith = (random: number) => waitMs(learned(newState(), [failure('busy')], random), burstMs, NOON)
    expect([waitWith(0), waitWith(0.25), waitWith(0.75)]).toEqual([0, 500, 1_500])
  })

  test('is never shorter than the vendor asks for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: HOUR_MS / 1_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (seconds, chance) => {
          const asked = failure('busy', seconds * 1_000)
          const state = learned(newState(), [asked], chance)
          expect(waitMs(state, burstMs, NOON)).toBeGreaterThanOrEqual(seconds * 1_000)
        },
      ),
    )
  })

  test.each([3 * HOUR_MS, 24 * HOUR_MS, 365 * 24 * HOUR_MS, Number.POSITIVE_INFINITY])(
    'is long when the vendor asks for %d ms, and does not turn into none',
    (afterMs) => {
      const state = learned(newState(), [failure('busy', afterMs)])
      // As it lies in the store: JSON knows no infinity.
      expect(waitMs(stored(state, NOON), burstMs, NOON)).toBeGreaterThanOrEqual(HOUR_MS)
    },
  )

  test('pauses for an hour when the key is refused', () => {
    const state = learned(newState(), [failure('paused')])
    expect(waitMs(state, burstMs, NOON)).toBe(HOUR_MS)
    expect(state.reason).toBe('paused')
  })

  test.each(['together', 'alone'] as const)(
    'is none for events that were refused with others: %s',
    (reason) => {
      const state = learned(newState(), [{ type: 'retry', reason }])
      expect(state).toMatchObject({ failures: 0, reason: '' })
      expect(waitMs(state, burstMs, NOON)).toBeLessThanOrEqual(0)
    },
  )

  test('spreads those whom the vendor has told the same time over three times as long, and more each time', () => {
    const waits = (failures: number) =>
      [0, 0.999].map((chance) => {
        const state = { ...newState(), failures }
        return waitMs(learned(state, [failure('busy', 60_000)], chance), burstMs, NOON)
      })
    expect(waits(0)).toEqual([60_000, 241_818])
    expect(waits(2)).toEqual([60_000, 787_272])
    expect(waits(9)).toEqual([60_000, HOUR_MS])
  })

  test('counts a request once, however many of its events failed, and keeps the vendor’s words', () => {
    const outcomes = Array<Outcome>(3).fill({
      ...failure('busy'),
      type: 'retry',
      reason: 'busy',
      detail: 'HTTP 503',
    })
    expect(learned(newState(), outcomes)).toMatchObject({ failures: 1, reason: 'busy', detail: 'HTTP 503' })
  })
})

describe('one event alone', () => {
  const whichGoAlone = (state: SharedState, chance: number) =>
    [1, 2, 20, 40, 50, 1_000].filter((waiting) => goesAlone(state, waiting, chance))
  const refused = () => learned(newState(), [failure('busy')])

  test('goes never where the vendor has refused nothing of late', () => {
    expect(whichGoAlone(newState(), 0)).toEqual([])
  })

  test('goes after a refusal as chance has it, the likelier the fewer there are, and never where there are many', () => {
    expect(whichGoAlone(refused(), 0.999)).toEqual([1, 2, 20, 40])
    expect(whichGoAlone(refused(), 0.3)).toEqual([1, 2])
    expect(whichGoAlone(refused(), 0)).toEqual([])
  })

  test('goes until the refusal is forgotten, which is the sooner the more events there are', () => {
    const state = refused()
    const whichAfter = (answers: number) => {
      for (let index = 0; index < answers; index++) learned(state, [{ type: 'delivered' }])
      return whichGoAlone(state, 0)
    }
    expect([whichAfter(1), whichAfter(4), whichAfter(25), whichAfter(80)]).toEqual([
      [1, 2, 20, 40],
      [1, 2, 20, 40],
      [1, 2, 20],
      [1],
    ])
  })
})

test('counts what has left the queue, by reason', () => {
  const state = { ...newState(), counts: { delivered: 2, expired: 1 } }
  count(state, 'delivered', 1)
  count(state, 'evicted', 7)
  expect(state.counts).toEqual({ delivered: 3, expired: 1, evicted: 7 })
})

test('keeps the lease and what requests have cost, whatever the answer', () => {
  const state = { ...newState(), due: NOON + 420, lease: NOON + 9, locked: true, until: NOON + 5 }
  expect(learned({ ...state }, [{ type: 'delivered' }])).toMatchObject({
    due: NOON + 420,
    lease: NOON + 9,
    locked: true,
    until: NOON + 5,
  })
})

test.each([undefined, '', 'half a rec', 'null', '7', '[]'])('begins anew where %j was written', (json) => {
  expect(stateFrom(json, NOON)).toEqual({
    at: NOON,
    since: NOON,
    due: 0,
    lease: 0,
    locked: false,
    failures: 0,
    reason: '',
    detail: '',
    bad: 0,
    sending: [],
    until: 0,
    seen: [],
    repeats: 0,
    repeatDue: 0,
    repeated: false,
    silent: false,
    tries: {},
    refused: {},
    counts: {},
  })
})

test.each([
  [{ failures: -1e9 }, { failures: 0 }],
  [
    { failures: '7', repeats: null, locked: 'yes' },
    { failures: 0, repeats: 0, locked: false },
  ],
  [
    { sending: [null, 7, 'a'], seen: {} },
    { sending: ['a'], seen: [] },
  ],
  [
    { tries: { a: 'x', b: -1, c: 2 }, counts: { delivered: '1', refused: 3 } },
    { tries: { c: 2 }, counts: { refused: 3 } },
  ],
  [{ refused: { email: {}, phone: '+49' } }, { refused: { phone: '+49' } }],
  [{ repeatDue: 1e15, at: NOON }, { repeatDue: 0 }],
  [{ bad: 'all' }, { bad: 0 }],
  [
    { at: NOON - 29 * 24 * HOUR_MS, since: 7 },
    { at: NOON, since: 7 },
  ],
  [{ at: NOON - 31 * 24 * HOUR_MS, since: 7 }, { since: NOON }],
  [{ at: NOON + 31 * 24 * HOUR_MS, since: 7 }, { since: NOON }],
  [{ at: NOON, since: NOON + 1 }, { since: NOON }],
])('takes of %j what can be ours', (written, read) => {
  expect(stateFrom(JSON.stringify(written), NOON)).toMatchObject(read)
})

describe('after a limit', () => {
  const LIMITS = { events: 1, bytes: 1, burstMs: 1_000, crowdMs: 60_000 }
  const limited = (afterMs: number): Outcome => ({ type: 'retry', reason: 'limited', afterMs })
  const waits = (afterMs: number, times: number, random: number): number => {
    const state = newState()
    for (let time = 0; time < times; time++) learn(state, [limited(afterMs)], LIMITS, { now: NOON, random })
    return waitMs(state, 1_000, NOON)
  }

  test.each([1_000, 5_000, 30_000])(
    'of %d ms, the next request follows within twice that and a few seconds',
    (ms) => {
      for (const random of [0, 0.5, 0.999]) {
        expect(waits(ms, 1, random)).toBeGreaterThanOrEqual(ms)
        expect(waits(ms, 1, random)).toBeLessThanOrEqual(2 * ms + 3_000)
      }
    },
  )

  test('that holds, a crowd has a minute or more to leave room in', () => {
    expect(waits(1_000, 2, 0)).toBe(61_000)
    expect(waits(0, 2, 0)).toBe(60_000)
  })

  test('whose end nobody has told, the next request comes within the minute by which it is counted', () => {
    expect([0, 0.5, 0.999].map((random) => waits(0, 1, random))).toEqual([15_000, 37_500, 59_955])
  })

  test.each([-5_000, Number.NaN, Number.NEGATIVE_INFINITY])('of %d ms, there is no hot loop', (ms) => {
    expect(waits(ms, 1, 0)).toBeGreaterThanOrEqual(0)
    expect(waits(ms, 2, 0)).toBeGreaterThanOrEqual(60_000)
  })

  test('of years, it is an hour', () => {
    expect(waits(1e15, 1, 0.5)).toBeLessThanOrEqual(2 * 3_600_000 + 3_000)
    expect(waits(1e15, 2, 0.5)).toBe(3_600_000)
  })
})

test('does not wait for ever where another program has left a time', () => {
  const state = stateFrom(JSON.stringify({ due: 1e15, counts: { delivered: 7 } }), NOON)
  expect(state).toMatchObject({ due: 0, counts: { delivered: 7 } })
})
