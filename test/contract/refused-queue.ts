import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TrackedEvent } from '../../src/core/event.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Store } from '../../src/store/store.ts'
import { eventsOf, idsIn } from '../events.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs } from '../fakes/tabs.ts'
import { runsOf } from '../runs.ts'

const delivered: Outcome = { type: 'delivered' }
const together: Outcome = { type: 'retry', reason: 'together' }
const alone: Outcome = { type: 'retry', reason: 'alone' }
const refused: Outcome = { type: 'dropped', reason: 'refused' }
const MINUTE_MS = 60_000

/** Sends so many events to a vendor that answers each request like this, until none is left. */
const send = async (
  store: Store,
  count: number,
  answer: (events: readonly TrackedEvent[], requests: number) => readonly Outcome[],
) => {
  const destination = createFakeDestination({ limits: { events: 1_000, bytes: 5_000_000, burstMs: 1_000 } })
  const tabs = createTabs({ store, destination })
  const tab = tabs.open()
  const events = eventsOf(count)
  await tab.push(events)
  const ends = new Map<string, string>()
  let requests = 0
  for (;;) {
    const begun = await tab.begin()
    if ('ms' in begun) {
      if (begun.ms === Infinity) break
      tabs.pass(Math.min(begun.ms, MINUTE_MS))
      continue
    }
    const sent = begun.events
    const outcomes = answer(sent, requests++)
    sent.forEach(({ id }, index) => {
      const { type = 'retry', reason = type } = outcomes[index] ?? {}
      if (type !== 'retry') ends.set(id, `${ends.get(id) ?? ''}${reason}`)
    })
    await tab.settle(begun, outcomes)
  }
  const which = (end: string) => idsIn(events).filter((id) => ends.get(id) === end)
  return {
    events,
    requests,
    ends,
    delivered: which('delivered'),
    dropped: which('refused'),
    census: await tab.census(),
  }
}

/** A vendor that refuses requests with one of these events in them, and says no more. */
const withGuilty = async (store: Store, count: number, guilty: ReadonlySet<number>) => {
  const isGuilty = ({ properties }: TrackedEvent) => guilty.has(Number(properties.index))
  const found = await send(store, count, (sent) => {
    const outcome = !sent.some(isGuilty) ? delivered : sent.length > 1 ? together : refused
    return sent.map(() => outcome)
  })
  return { ...found, isGuilty }
}

const anyOutcome = fc.constantFrom<Outcome>(delivered, together, alone, refused, {
  type: 'retry',
  reason: 'unanswered',
})

/** What the queue makes of requests that the vendor refuses. */
export const testRefusedQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, of a vendor that refuses`, () => {
    test('finds the guilty and delivers the innocent in a bounded number of requests', async () => {
      const anyCase = fc
        .integer({ min: 1, max: 1_000 })
        .chain((count) => fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1), { maxLength: 8 })))
      await fc.assert(
        fc.asyncProperty(anyCase, async ([count, guilty]) => {
          const { requests, events, isGuilty, ...found } = await withGuilty(create(), count, new Set(guilty))
          expect(found.delivered).toEqual(idsIn(events.filter((event) => !isGuilty(event))))
          expect(found.dropped).toEqual(idsIn(events.filter(isGuilty)))
          // For each: the refusal of the whole, one request for each halving, and what was left of the search. Then all
          // others, and what a large request leaves behind.
          expect(requests).toBeLessThanOrEqual(guilty.length * (Math.ceil(Math.log2(count)) + 2) + 2)
        }),
        { numRuns: runsOf(25) },
      )
    })

    test.each([
      { guilty: [997, 998, 999] },
      { guilty: [0, 499, 999] },
      { guilty: [499, 500, 998] },
      { guilty: [0, 1, 2] },
    ])('finds $guilty among 1,000 in at most 40 requests', async ({ guilty }) => {
      const { requests, dropped } = await withGuilty(create(), 1_000, new Set(guilty))
      expect(dropped).toHaveLength(3)
      expect(requests).toBeLessThanOrEqual(40)
    })

    test('has who is named come alone, and the others together without them', async () => {
      const sizes: number[] = []
      const found = await send(create(), 30, (sent) => {
        sizes.push(sent.length)
        const isNamed = ({ properties }: TrackedEvent) => properties.index === 7
        if (!sent.some(isNamed)) return sent.map(() => delivered)
        return sent.length > 1 ? sent.map((event) => (isNamed(event) ? alone : together)) : [refused]
      })
      expect([found.delivered.length, found.dropped.length, sizes]).toEqual([29, 1, [30, 1, 29]])
    })

    test('neither loses nor invents an event, and ends each once, whatever the outcomes', async () => {
      const anyAnswers = fc.array(fc.array(anyOutcome, { maxLength: 12 }), { maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(anyAnswers, async (answers) => {
          const { events, ends, census } = await send(create(), 12, (sent, request) => {
            const answer = answers[request]
            return sent.map((_, index) => (answer ? (answer[index] ?? together) : delivered))
          })
          expect([...ends.keys()].sort()).toEqual(idsIn(events))
          expect([...ends.values()].every((end) => ['delivered', 'refused'].includes(end))).toBe(true)
          expect(census.queued).toBe(0)
          expect((census.counts.delivered ?? 0) + (census.counts.refused ?? 0)).toBe(12)
        }),
        { numRuns: runsOf(60) },
      )
    })
  })
}
