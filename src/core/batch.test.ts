import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANYONE, eventsOf, idsIn, idsOf } from '../../test/events.ts'
import { type Batch, batchAfter, batchFrom, joined, nextOf } from './batch.ts'
import type { TrackedEvent } from './event.ts'
import type { Outcome } from './outcome.ts'

const delivered: Outcome = { type: 'delivered' }
const together: Outcome = { type: 'retry', reason: 'together' }
const refused: Outcome = { type: 'dropped', reason: 'refused' }

const batchOf = (events: readonly TrackedEvent[]): Batch => ({ events, tried: 0, bad: 0, until: 0, keys: [] })

/** A vendor that refuses requests with one of these events in them, and says no more; as the queue meets it. */
const narrow = (count: number, guilty: ReadonlySet<number>) => {
  const events = eventsOf(count)
  const isGuilty = ({ properties }: TrackedEvent) => guilty.has(Number(properties.index))
  const found = { delivered: [] as TrackedEvent[], dropped: [] as TrackedEvent[] }
  let batch = batchOf(events)
  let requests = 0
  for (; batch.events.length && requests < 10 * count + 10; requests++) {
    const sent = nextOf(batch)
    const bad = sent.some(isGuilty)
    const outcome = !bad ? delivered : sent.length > 1 ? together : refused
    if (outcome.type === 'delivered') found.delivered.push(...sent)
    if (outcome.type === 'dropped') found.dropped.push(...sent)
    batch = batchAfter(
      batch,
      sent.map(() => outcome),
      'first',
    )
  }
  return { requests, events, isGuilty, ...found }
}

test('finds the guilty and delivers the innocent in a bounded number of requests', () => {
  const anyCase = fc
    .integer({ min: 1, max: 1_000 })
    .chain((count) => fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1), { maxLength: 8 })))
  fc.assert(
    fc.property(anyCase, ([count, guilty]) => {
      const { requests, events, isGuilty, delivered, dropped } = narrow(count, new Set(guilty))
      expect(idsIn(delivered)).toEqual(idsIn(events.filter((event) => !isGuilty(event))))
      expect(idsIn(dropped)).toEqual(idsIn(events.filter(isGuilty)))
      // For each: the refusal of the whole, one request for each halving, and what was left of the search.
      expect(requests).toBeLessThanOrEqual(guilty.length * (Math.ceil(Math.log2(count)) + 2) + 1)
    }),
  )
})

test('finds three guilty ones among 1,000 in at most 40 requests', () => {
  const three = fc.uniqueArray(fc.nat(999), { minLength: 3, maxLength: 3 })
  const worst = [
    [997, 998, 999],
    [0, 499, 999],
    [499, 500, 998],
  ]
  fc.assert(
    fc.property(three, (guilty) => {
      const { requests, dropped } = narrow(1_000, new Set(guilty))
      expect(dropped).toHaveLength(3)
      expect(requests).toBeLessThanOrEqual(40)
    }),
    { examples: worst.map((guilty): [number[]] => [guilty]) },
  )
})

const anyOutcome: fc.Arbitrary<Outcome> = fc.constantFrom<Outcome>(
  delivered,
  together,
  refused,
  { type: 'retry', reason: 'unanswered' },
  { type: 'retry', reason: 'busy' },
  { type: 'retry', reason: 'paused' },
)

test('neither loses nor invents an event, whatever the outcomes', () => {
  const anyAnswers = fc.array(fc.array(anyOutcome, { minLength: 1, maxLength: 12 }), { maxLength: 12 })
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom('first' as const, 'resend' as const), (answers, attempt) => {
      let batch = batchOf(eventsOf(12))
      for (const answer of answers) {
        const sent = nextOf(batch)
        const outcomes = answer.slice(0, sent.length)
        const settled = sent.filter((_, index) => (outcomes[index]?.type ?? 'retry') !== 'retry')
        const next = batchAfter(batch, outcomes, attempt)
        expect(idsIn(next.events)).toEqual(idsIn(batch.events.filter((event) => !settled.includes(event))))
        batch = next
      }
    }),
  )
})

test('remembers what the vendor may have until the vendor has answered', () => {
  const unanswered: Outcome = { type: 'retry', reason: 'unanswered' }
  const batch = batchOf(eventsOf(5))
  const inDoubt = batchAfter(batch, Array(5).fill(unanswered), 'first')
  expect(inDoubt.tried).toBe(5)
  const oneLess = batchAfter(inDoubt, [delivered], 'resend')
  expect([oneLess.tried, oneLess.events.length]).toEqual([4, 4])
  const limited = batchAfter(batch, Array(5).fill({ type: 'retry', reason: 'busy' }), 'first')
  expect(limited.tried).toBe(0)
})

test('is the batch that was written when it is read', () => {
  const batch = { ...batchOf(eventsOf(3)), tried: 2, bad: 1, until: 7, keys: ['a'] }
  expect(batchFrom(JSON.stringify(batch))).toEqual(batch)
  expect(batchFrom(JSON.stringify({ events: eventsOf(3) }))).toEqual(batchOf(eventsOf(3)))
})

test.each([
  undefined,
  '',
  'half a rec',
  'null',
  '7',
  '"text"',
  '[]',
  '{"events":{}}',
  '{"events":[null]}',
  '{"events":[{"id":"x"}]}',
  '{"events":[{"id":"x","identity":{}}]}',
  '{"events":[{"id":7,"identity":{},"properties":{}}]}',
])('has no events where %j was written', (json) => {
  expect(batchFrom(json).events).toEqual([])
})

test('grows by what may share its request, and by nothing else', () => {
  const newId = idsOf(1)
  const [one, two] = [batchOf(eventsOf(2, { newId })), batchOf(eventsOf(3, { newId }))]
  expect(joined(one, two)?.events).toEqual([...one.events, ...two.events])
  const other = batchOf(eventsOf(2, { newId, identity: { ...ANYONE, userId: 'customer-7' } }))
  const doubtful = { ...two, tried: 1 }
  const suspect = { ...two, bad: 1 }
  for (const next of [other, doubtful, suspect])
    expect([joined(one, next), joined(next, one)]).toEqual([undefined, undefined])
})
