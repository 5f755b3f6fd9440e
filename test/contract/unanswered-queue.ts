import { describe, expect, test } from 'vitest'
import type { TrackedEvent } from '../../src/core/event.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { MAX_TRIES } from '../../src/queue/judge.ts'
import type { Store } from '../../src/store/store.ts'
import { eventsOf, idsIn, idsOf } from '../events.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, type Tab } from '../fakes/tabs.ts'

const HOUR_MS = 3_600_000

/** Plays rounds against a vendor that never answers where one of the cursed events is in the request. */
const createPlay = (store: Store, cursed: (event: TrackedEvent) => boolean) => {
  const tabs = createTabs({ store, destination: createFakeDestination() })
  const tab = tabs.open()
  const delivered: TrackedEvent[] = []
  const dropped: (readonly [TrackedEvent, Outcome])[] = []
  const requests: (readonly TrackedEvent[])[] = []

  const round = async (on: Tab): Promise<number> => {
    const begun = await on.begin()
    if ('ms' in begun) return begun.ms
    requests.push(begun.events)
    const answer: Outcome = begun.events.some(cursed)
      ? { type: 'retry', reason: 'unanswered' }
      : { type: 'delivered' }
    const outcomes = await on.settle(
      begun,
      begun.events.map(() => answer),
    )
    begun.events.forEach((event, index) => {
      const outcome = outcomes[index]
      if (outcome?.type === 'delivered') delivered.push(event)
      if (outcome?.type === 'dropped') dropped.push([event, outcome])
    })
    return 0
  }

  return {
    tab,
    delivered,
    dropped,
    requests,
    /** Lets time pass, with as many rounds as the queue allows. */
    async pass(ms: number): Promise<void> {
      for (const until = tabs.now() + ms; tabs.now() < until; ) {
        const wait = await round(tab)
        tabs.pass(Math.ceil(Math.min(wait, until - tabs.now())))
      }
    },
  }
}

/** What the queue makes of an event whose requests never have an answer. */
export const testUnansweredQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, with an event that nobody answers to`, () => {
    const isFirst = ({ properties }: TrackedEvent) => properties.index === 0

    test('delivers all others, those before it and those after it', async () => {
      const newId = idsOf(1)
      const before = eventsOf(150, { newId })
      const { tab, delivered, pass } = createPlay(create(), ({ id }) => id === before[70]?.id)
      await tab.push(before)
      await pass(HOUR_MS)
      const after = eventsOf(30, { newId })
      await tab.push(after)
      await pass(HOUR_MS)
      const others = idsIn([...before, ...after]).filter((id) => id !== before[70]?.id)
      expect(idsIn(delivered).sort()).toEqual(others)
    })

    test('spends at most every second request on it while there are others', async () => {
      const newId = idsOf(1)
      const { tab, requests, pass } = createPlay(create(), isFirst)
      await tab.push(eventsOf(1, { newId }))
      await pass(60_000)
      const [cursed] = requests[0] ?? []
      requests.splice(0)
      for (let times = 0; times < 20; times++) {
        await tab.push(eventsOf(2, { newId }).slice(1))
        await pass(1_000)
      }
      const repeats = requests.filter((events) => events.some(({ id }) => id === cursed?.id))
      expect(requests.length).toBeGreaterThanOrEqual(20)
      expect(repeats.length).toBeLessThanOrEqual(requests.length / 2)
    })

    test(`gives it up, as a dead letter that says so, after ${MAX_TRIES} tries while others had answers`, async () => {
      const newId = idsOf(1)
      const { tab, dropped, requests, delivered, pass } = createPlay(create(), isFirst)
      await tab.push(eventsOf(5, { newId }))
      for (let times = 0; times < 60; times++) {
        await pass(600_000)
        await tab.push(eventsOf(2, { newId }).slice(1))
      }
      await pass(600_000)
      expect(dropped.map(([event, outcome]) => [isFirst(event), outcome])).toEqual([
        [true, { type: 'dropped', reason: 'never-answered', detail: '' }],
      ])
      expect(requests.filter((events) => events.some(isFirst)).length).toBeGreaterThanOrEqual(MAX_TRIES)
      expect(delivered.length).toBe(64)
      expect(await tab.census()).toMatchObject({ queued: 0, counts: { 'never-answered': 1, delivered: 64 } })
    })

    test('takes nothing for its fault while nobody is answered', async () => {
      const { tab, dropped, pass } = createPlay(create(), () => true)
      await tab.push(eventsOf(5))
      await pass(5 * 24 * HOUR_MS)
      expect([dropped, (await tab.census()).queued]).toEqual([[], 5])
    })

    test('sends again together, and at once, what an outage has left', async () => {
      let isDown = true
      const { tab, delivered, requests, pass } = createPlay(create(), () => isDown)
      await tab.push(eventsOf(100))
      await pass(60_000)
      isDown = false
      requests.splice(0)
      await pass(HOUR_MS)
      expect(delivered.length).toBe(100)
      expect(requests.length).toBeLessThan(12)
    })
  })
}
