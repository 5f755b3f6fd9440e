import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Store } from '../../src/storage/store.ts'
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

    test('removes nothing when it is read', async () => {
      const tabs = createTabs({ store: create() })
      const tab = tabs.open()
      await tab.push(eventsOf(5))
      tabs.pass(1_000)
      sending(await tab.begin())
      expect(await tab.census()).toMatchObject({ queued: 5, counts: {}, oldestMs: 1_000 })
    })

    test('settles by id: what came later stays', async () => {
      const tab = createTabs({ store: create() }).open()
      const newId = idsOf(1)
      const early = eventsOf(3, { newId })
      const late = eventsOf(3, { newId })
      await tab.push(early)
      const { key, part, attempt } = sending(await tab.begin())
      await tab.push(late)
      await tab.settle(key, all(3, delivered), attempt)
      expect(idsIn(part.events)).toEqual(idsIn(early))
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(late))
    })

    test('keeps of a request what is to be retried, and counts the rest once', async () => {
      const tab = createTabs({ store: create() }).open()
      const events = eventsOf(4)
      await tab.push(events)
      const { key, attempt } = sending(await tab.begin())
      const together: Outcome = { type: 'retry', reason: 'together' }
      await tab.settle(key, [delivered, together, refused, together], attempt)
      await tab.settle(key, all(4, delivered), attempt)
      expect(await tab.census()).toMatchObject({ queued: 2, counts: { delivered: 1, refused: 1 } })
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events.filter((_, index) => index % 2)))
    })

    test('knows nothing of an answer to what it does not hold', async () => {
      const tab = createTabs({ store: create() }).open()
      await tab.push(eventsOf(2))
      await tab.settle(`${tab.EVENTS}other/2/2`, all(2, delivered), 'first')
      expect(await tab.census()).toMatchObject({ queued: 2, counts: {} })
    })

    test('lets one tab send at a time, and overtakes one that gives no sign any more', async () => {
      const tabs = createTabs({ store: create() })
      const [one, two] = [tabs.open('tab-1'), tabs.open('tab-2')]
      await one.push(eventsOf(2))
      const first = sending(await one.beginUnlocked())
      expect(await two.beginUnlocked()).toMatchObject({ ms: 1_000 })
      tabs.pass(MINUTE_MS)
      const second = sending(await two.beginUnlocked())
      expect([first.attempt, second.attempt]).toEqual(['first', 'resend'])
    })

    test('says when an attempt follows one that was never answered, after a crash too', async () => {
      const tabs = createTabs({ store: create() })
      const crashed = tabs.open('tab-1')
      const events = eventsOf(3)
      await crashed.push(events)
      const before = sending(await crashed.begin())
      tabs.pass(1)
      const next = tabs.open('tab-2')
      const after = sending(await next.begin())
      expect([before.attempt, after.attempt]).toEqual(['first', 'resend'])
      expect(after.part.events[0]).toEqual(before.part.events[0])
      await next.settle(after.key, all(after.part.events.length, delivered), 'resend')
      expect(await next.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
    })

    test('counts what was never answered as delivered where a repeat would be recorded twice', async () => {
      const destination = createFakeDestination({ assumeDelivered: true })
      const tabs = createTabs({ store: create(), destination })
      const crashed = tabs.open('tab-1')
      const newId = idsOf(1)
      await crashed.push(eventsOf(3, { newId }))
      sending(await crashed.begin())
      tabs.pass(1)
      const next = tabs.open('tab-2')
      const later = eventsOf(2, { newId })
      await next.push(later)
      expect(idsIn(await deliverAll(next))).toEqual(idsIn(later))
      expect(await next.census()).toMatchObject({ queued: 0, counts: { delivered: 5 } })
    })

    test('sends again what was answered with no, whatever the vendor does about repeats', async () => {
      const destination = createFakeDestination({ assumeDelivered: true })
      const tabs = createTabs({ store: create(), destination })
      const tab = tabs.open()
      const events = eventsOf(3)
      await tab.push(events)
      const { key, attempt } = sending(await tab.begin())
      await tab.settle(key, all(3, { type: 'retry', reason: 'busy' }), attempt)
      tabs.pass(MINUTE_MS)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
    })

    test('never mixes persons in a request', async () => {
      const tab = createTabs({ store: create() }).open()
      const newId = idsOf(1)
      const persons = ['a', 'b', 'a'].map((userId) => eventsOf(3, { newId, identity: { ...ANYONE, userId } }))
      await tab.push(persons.flat())
      for (const events of persons) {
        const { key, part, attempt } = sending(await tab.begin())
        expect(idsIn(part.events)).toEqual(idsIn(events))
        await tab.settle(key, all(3, delivered), attempt)
      }
    })

    test('keeps the limits of a request, however large the events are', async () => {
      // One record, of twenty of the largest events, must fit: at four bytes a character.
      const MAX_BYTES = 2_000_000
      const destination = createFakeDestination({ limits: { events: 50, bytes: MAX_BYTES, burstMs: 1_000 } })
      const tab = createTabs({ store: create(), destination }).open()
      const newId = idsOf(1)
      for (const bytes of [10, 3_000, 20_000]) await tab.push(eventsOf(60, { newId, bytes }))
      let sent = 0
      while (sent < 180) {
        const { key, part, attempt } = sending(await tab.begin())
        expect(part.events.length).toBeLessThanOrEqual(50)
        expect(part.body.length).toBeLessThanOrEqual(MAX_BYTES)
        await tab.settle(key, all(part.events.length, delivered), attempt)
        sent += part.events.length
      }
    })

    describe('and what is too old or too much', () => {
      test('drops what is older than it may be, and counts it', async () => {
        const tabs = createTabs({ store: create(), maxAgeMs: MINUTE_MS })
        const tab = tabs.open()
        const newId = idsOf(1, tabs.now)
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
        const tabs = createTabs({ store: create(), maxEvents })
        const tab = tabs.open()
        const newId = idsOf(1)
        const events = Array.from({ length: 40 }, () => eventsOf(100, { newId })).flat()
        for (let first = 0; first < events.length; first += 100)
          await tab.push(events.slice(first, first + 100))
        const { queued } = await tab.census()
        // It is counted once in a thousand events.
        expect(queued).toBeLessThanOrEqual(maxEvents + 1_000)
        expect(queued).toBeGreaterThan(0)
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events.slice(-queued)))
        expect((await tab.census()).counts).toEqual({ delivered: queued, evicted: events.length - queued })
        expect(new Set(tabs.losses.map(([reason]) => reason))).toEqual(new Set(['evicted']))
      })
    })
  })
}
