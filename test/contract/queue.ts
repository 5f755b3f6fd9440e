import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { bytesOf } from '../../src/queue/batch.ts'
import type { Store } from '../../src/store/store.ts'
import { ANYONE, eventsOf, idsIn, idsOf } from '../events.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending } from '../fakes/tabs.ts'

const MINUTE_MS = 60_000
const all = (count: number, outcome: Outcome): Outcome[] => Array<Outcome>(count).fill(outcome)
const delivered: Outcome = { type: 'delivered' }
const refused: Outcome = { type: 'dropped', reason: 'refused', detail: 'No such product.' }

/** What delivery counts on, wherever the records lie. */
export const testQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}`, () => {
    test('gives the oldest events first, in the order in which they were tracked', async () => {
      const tab = createTabs({ store: create() }).open()
      const newId = idsOf(1)
      const events = [
        eventsOf(3, { newId }),
        eventsOf(40, { newId, bytes: 1_000 }),
        eventsOf(250, { newId }),
      ].flat()
      await tab.push(events.slice(0, 3))
      await tab.push(events.slice(3, 43))
      await tab.push(events.slice(43))
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 293 }, oldestMs: 0 })
    })

    test('reads of a request each record once, however it is answered', async () => {
      const store = create()
      const read: string[] = []
      const watched: Store = (work) =>
        store((t) =>
          work({
            ...t,
            get: (key) => {
              if (key.includes('/e/')) read.push(key)
              return t.get(key)
            },
          }),
        )
      const limits = { events: 1_000, bytes: 5_000_000, burstMs: 1_000 }
      const tab = createTabs({ store, destination: createFakeDestination({ limits }) }).open(watched)
      await tab.push(eventsOf(2_000))
      const attempt = sending(await tab.begin())
      await tab.settle(attempt, all(1_000, delivered))
      expect([...read].sort()).toEqual([...attempt.keys].sort())
      expect(read).toHaveLength(14)
    })

    test('counts, and evicts, a thousand records at a time', async () => {
      const store = create()
      let most = 0
      const watched: Store = (work) =>
        store((t) =>
          work({
            ...t,
            keys: async (...asked) => {
              const keys = await t.keys(...asked)
              most = Math.max(most, keys.length)
              return keys
            },
          }),
        )
      const tabs = createTabs({ store, maxEvents: 300, random: () => 0 })
      const chunks = tabs.open().cut(eventsOf(2_300).map((event) => ({ ...event, uniqueId: event.id })))
      await store((t) => {
        for (const { key, json } of chunks) t.put(key, json)
      })
      const tab = tabs.open(watched)
      expect(await tab.census()).toMatchObject({ queued: 2_300 })
      await tab.push([])
      expect(await tab.census()).toMatchObject({ queued: 300, counts: { evicted: 2_000 } })
      expect(most).toBe(1_000)
    })

    test('removes nothing when it is read', async () => {
      const tabs = createTabs({ store: create() })
      const tab = tabs.open()
      await tab.push(eventsOf(5))
      tabs.pass(1_000)
      sending(await tab.begin())
      expect(await tab.census()).toMatchObject({ queued: 5, counts: {}, oldestMs: 1_000 })
    })

    test('knows the age of its oldest event, whether it was attempted or not', async () => {
      const tabs = createTabs({ store: create() })
      const tab = tabs.open()
      await tab.push(eventsOf(2, { newId: idsOf(1, tabs.now) }))
      tabs.pass(1_000)
      expect((await tab.census()).oldestMs).toBe(1_000)
      sending(await tab.begin())
      tabs.pass(500)
      expect((await tab.census()).oldestMs).toBe(1_500)
    })

    test('settles by id: what came later stays', async () => {
      const tab = createTabs({ store: create() }).open()
      const newId = idsOf(1)
      const early = eventsOf(3, { newId })
      const late = eventsOf(3, { newId })
      await tab.push(early)
      const attempt = sending(await tab.begin())
      await tab.push(late)
      await tab.settle(attempt, all(3, delivered))
      expect(idsIn(attempt.events)).toEqual(idsIn(early))
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(late))
    })

    test('keeps of a request what is to be retried, and counts the rest once', async () => {
      const tab = createTabs({ store: create() }).open()
      const events = eventsOf(4)
      await tab.push(events)
      const attempt = sending(await tab.begin())
      const together: Outcome = { type: 'retry', reason: 'together' }
      await tab.settle(attempt, [delivered, together, refused, together])
      expect(await tab.census()).toMatchObject({ queued: 2, counts: { delivered: 1, refused: 1 } })
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events.filter((_, index) => index % 2)))
    })

    test('keeps what the vendor refuses as dead letters, with its words', async () => {
      const store = create()
      const tab = createTabs({ store }).open()
      const events = eventsOf(3)
      await tab.push(events)
      await tab.settle(sending(await tab.begin()), [delivered, refused, delivered])
      const [key = '', ...others] = await store((t) => t.keys('fake:shop/d/'))
      expect([key, others]).toEqual([`fake:shop/d/${events[1]?.id}`, []])
      expect(JSON.parse((await store((t) => t.get(key))) ?? '')).toEqual({ event: events[1], ...refused })
    })

    test('never mixes persons in a request', async () => {
      const tab = createTabs({ store: create() }).open()
      const newId = idsOf(1)
      const persons = ['a', 'b', 'a'].map((userId) => eventsOf(3, { newId, identity: { ...ANYONE, userId } }))
      await tab.push(persons.flat())
      for (const events of persons) {
        const attempt = sending(await tab.begin())
        expect(idsIn(attempt.events)).toEqual(idsIn(events))
        await tab.settle(attempt, all(3, delivered))
      }
    })

    test('mixes persons, and repeats, in a request for a vendor that takes them', async () => {
      const tab = createTabs({ store: create(), destination: createFakeDestination({ mixes: true }) }).open()
      const newId = idsOf(1)
      const events = ['a', 'b', 'a'].flatMap((userId) =>
        eventsOf(2, { newId, identity: { ...ANYONE, userId } }).map((event) => ({
          ...event,
          uniqueId: 'order-7',
        })),
      )
      await tab.push(events)
      expect(idsIn(sending(await tab.begin()).events)).toEqual(idsIn(events))
    })

    test('tells a pause in the vendor’s words, and keeps the events', async () => {
      const tab = createTabs({ store: create() }).open()
      await tab.push(eventsOf(2))
      await tab.settle(
        sending(await tab.begin()),
        all(2, { type: 'retry', reason: 'paused', detail: 'Wrong key.' }),
      )
      expect(await tab.census()).toMatchObject({ queued: 2, paused: 'Wrong key.', storage: 'indexeddb' })
    })

    test('keeps the limits of a request, however large the events are', async () => {
      // One record, of twenty of the largest events, must fit.
      const MAX_BYTES = 1_300_000
      const destination = createFakeDestination({ limits: { events: 50, bytes: MAX_BYTES, burstMs: 1_000 } })
      const tab = createTabs({ store: create(), destination }).open()
      const newId = idsOf(1)
      for (const letter of ['x', '€'])
        for (const count of [10, 3_000, 20_000])
          await tab.push(eventsOf(30, { newId, text: letter.repeat(count) }))
      let sent = 0
      while (sent < 180) {
        const attempt = sending(await tab.begin())
        const { events, body } = attempt
        expect(events.length).toBeLessThanOrEqual(50)
        expect(bytesOf(body)).toBeLessThanOrEqual(MAX_BYTES)
        await tab.settle(attempt, all(events.length, delivered))
        sent += events.length
      }
    })

    describe('and what is too old or too much', () => {
      test('drops what is older than it may be, and counts it', async () => {
        const tabs = createTabs({ store: create(), maxAgeDays: MINUTE_MS / 86_400_000 })
        const tab = tabs.open()
        const newId = idsOf(1, tabs.now)
        await tab.begin()
        await tab.push(eventsOf(3, { newId }))
        tabs.pass(MINUTE_MS + 1)
        const young = eventsOf(2, { newId })
        await tab.push(young)
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(young))
        expect((await tab.census()).counts).toEqual({ delivered: 2, expired: 3 })
        expect(tabs.losses).toEqual([['expired', 3]])
      })

      test('evicts the oldest when there are too many, and counts them', async () => {
        const maxEvents = 500
        // One write in a hundred counts the queue: here, each.
        const tabs = createTabs({ store: create(), maxEvents, random: () => 0 })
        const tab = tabs.open()
        const newId = idsOf(1)
        const events = Array.from({ length: 250 }, () => eventsOf(10, { newId })).flat()
        for (let first = 0; first < events.length; first += 10)
          await tab.push(events.slice(first, first + 10))
        const { queued } = await tab.census()
        expect(queued).toBeLessThanOrEqual(maxEvents)
        expect(queued).toBeGreaterThan(0)
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events.slice(-queued)))
        expect((await tab.census()).counts).toEqual({ delivered: queued, evicted: events.length - queued })
        expect(new Set(tabs.losses.map(([reason]) => reason))).toEqual(new Set(['evicted']))
      })

      test('does not evict what is on its way: it is delivered, and counted once', async () => {
        const tabs = createTabs({ store: create(), maxEvents: 5, random: () => 0 })
        const tab = tabs.open()
        const newId = idsOf(1)
        const sent = eventsOf(4, { newId })
        await tab.push(sent)
        const attempt = sending(await tab.begin())
        await tab.push(eventsOf(4, { newId }))
        const last = eventsOf(3, { newId })
        await tab.push(last)
        await expect.poll(() => tabs.losses).toEqual([['evicted', 4]])
        await tab.settle(
          attempt,
          sent.map(() => delivered),
        )
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(last))
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 7, evicted: 4 } })
      })
    })
  })
}
