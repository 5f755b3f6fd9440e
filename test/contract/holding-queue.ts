import { describe, expect, test } from 'vitest'
import { holding } from '../../src/core/holding.ts'
import { HAND_OFF_BYTES } from '../../src/delivery/sender.ts'
import type { Store } from '../../src/store/store.ts'
import { ANYONE, eventsOf, idsIn, idsOf, NOON } from '../events.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending, type Tab } from '../fakes/tabs.ts'

const DAY_MS = 86_400_000
const ADA = { ...ANYONE, userId: 'customer-7' }
const SOMEBODY = { anonymousId: '1c9b2d4e-5f8f-4e45-9fce-ea467fa8f33a' }
/** A database that does not answer before the page is gone. */
const never: Store = () => new Promise(() => undefined)

const destination = createFakeDestination(holding(({ userId }) => userId))

/** What the queue makes of events that the vendor cannot take before it is known whose they are. */
export const testHoldingQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, of events of nobody`, () => {
    const setUp = (options = {}) => {
      const tabs = createTabs({ store: create(), destination, ...options })
      return { tabs, newId: idsOf(1, tabs.now) }
    }
    /** The page tracks an event of Ada, whose anonymous id the others have. */
    const identify = async (tab: Tab, newId: () => string) => {
      const [event] = eventsOf(1, { newId, identity: ADA })
      if (event) await tab.push([event])
      return event?.id
    }

    test('holds them, and counts them as queued', async () => {
      const { tabs } = setUp()
      const tab = tabs.open()
      await tab.push(eventsOf(25))
      tabs.pass(1_000)
      expect(await deliverAll(tab)).toEqual([])
      expect(await tab.census()).toMatchObject({ queued: 25, counts: {}, oldestMs: 1_000 })
    })

    test('releases them as the person’s when it is known who that is, oldest first', async () => {
      const { tabs, newId } = setUp()
      const [one, two] = [tabs.open(), tabs.open()]
      const events = eventsOf(25, { newId })
      await one.push(events)
      const identified = await identify(two, newId)
      const taken = await deliverAll(two)
      expect(idsIn(taken)).toEqual([...idsIn(events), identified])
      expect(taken.slice(0, 25)).toEqual(events.map((event) => ({ ...event, identity: ADA })))
      expect(await one.census()).toMatchObject({ queued: 0, counts: { delivered: 26 } })
    })

    test('releases them in one request with the person’s', async () => {
      const { tabs, newId } = setUp()
      const tab = tabs.open()
      await tab.push(eventsOf(5, { newId }))
      await identify(tab, newId)
      expect(await tab.begin()).toEqual({ ms: 0 })
      expect(sending(await tab.begin()).events).toHaveLength(6)
    })

    test('releases any number of them', async () => {
      const { tabs, newId } = setUp()
      const tab = tabs.open()
      // A record each.
      for (let left = 450; left; left--) await tab.push(eventsOf(1, { newId }))
      await identify(tab, newId)
      expect(await deliverAll(tab)).toHaveLength(451)
    })

    test('goes on holding those of others', async () => {
      const { tabs, newId } = setUp()
      const tab = tabs.open()
      await tab.push(eventsOf(2, { newId, identity: SOMEBODY }))
      await identify(tab, newId)
      expect(await deliverAll(tab)).toHaveLength(1)
      expect(await tab.census()).toMatchObject({ queued: 2 })
    })

    test('gives them the first identity that is found, when there are two', async () => {
      const { tabs, newId } = setUp({ destination: { ...destination, mixes: true } })
      const tab = tabs.open()
      await tab.push(eventsOf(1, { newId }))
      await identify(tab, newId)
      await tab.push(eventsOf(1, { newId, identity: { ...ADA, userId: 'another' } }))
      expect((await deliverAll(tab)).map(({ identity }) => identity.userId)).toEqual([
        'customer-7',
        'customer-7',
        'another',
      ])
    })

    test('drops those that are too old, and says so', async () => {
      const { tabs, newId } = setUp({ maxAgeDays: 2 })
      const tab = tabs.open()
      await tab.begin()
      await tab.push(eventsOf(3, { newId }))
      tabs.pass(DAY_MS)
      await tab.push(eventsOf(4, { newId }))
      tabs.pass(1.5 * DAY_MS)
      expect(await deliverAll(tab)).toEqual([])
      expect(await tab.census()).toMatchObject({ queued: 4, counts: { expired: 3 } })
      expect(tabs.losses).toEqual([['expired', 3]])
    })

    test('gives up none where the clock is corrected while a note is taken in', async () => {
      let corrections = 0
      const memory = create()
      const { tabs, newId } = setUp({
        store: ((work) =>
          memory((t) =>
            work({
              ...t,
              async get(key) {
                if (key.includes('/gone/') && corrections-- > 0) tabs.pass(NOON)
                return t.get(key)
              },
            }),
          )) as Store,
      })
      tabs.pass(DAY_MS - NOON)
      const tab = tabs.open()
      await tab.begin()
      const left = tabs.open(never)
      left.handOff(new Set(left.cut(eventsOf(3, { newId }))), 0)
      corrections = 1
      expect(await deliverAll(tab)).toEqual([])
      expect(await tab.census()).toMatchObject({ queued: 3 })
      expect(tabs.losses).toEqual([])
    })

    test('evicts them like others', async () => {
      const { tabs, newId } = setUp({ maxEvents: 10, random: () => 0 })
      const tab = tabs.open()
      await tab.push(eventsOf(8, { newId }))
      await tab.push(eventsOf(8, { newId }))
      await expect.poll(() => tabs.losses).toEqual([['evicted', 8]])
      await identify(tab, newId)
      expect(await deliverAll(tab)).toHaveLength(9)
    })

    test('counts those whose record cannot be read, once they are released', async () => {
      const { tabs, newId } = setUp()
      const tab = tabs.open()
      await tab.pushChunks(tab.cut(eventsOf(2, { newId })).map((chunk) => ({ ...chunk, json: 'half a rec' })))
      await identify(tab, newId)
      expect(await deliverAll(tab)).toHaveLength(1)
      expect(await tab.census()).toMatchObject({ queued: 0, counts: { unreadable: 2, delivered: 1 } })
    })

    describe('when the page is left', () => {
      test('never hands them off, only what stands among them', async () => {
        const { tabs, newId } = setUp()
        const tab = tabs.open()
        const strangers = tab.cut(eventsOf(3, { newId }))
        const known = eventsOf(2, { newId, identity: ADA })
        const chunks = [...strangers, ...tab.cut(known)]
        await tab.pushChunks(chunks)
        expect(tab.handOff(new Set(strangers), HAND_OFF_BYTES)).toBeUndefined()
        const { events } = sending(tab.handOff(new Set(chunks), HAND_OFF_BYTES))
        expect(idsIn(events)).toEqual(idsIn(known))
      })

      test('keeps those that the database has not got', async () => {
        const { tabs, newId } = setUp()
        const left = tabs.open(never)
        const events = eventsOf(3, { newId })
        expect(left.handOff(new Set(left.cut(events)), HAND_OFF_BYTES)).toBeUndefined()
        const next = tabs.open()
        expect(await deliverAll(next)).toEqual([])
        expect(await next.census()).toMatchObject({ queued: 3 })
        const identified = await identify(next, newId)
        expect(idsIn(await deliverAll(next))).toEqual([...idsIn(events), identified])
      })

      test('notes none that another tab has released, though this page was not told that it is stored', async () => {
        const { tabs, newId } = setUp()
        const [one, two] = [tabs.open(), tabs.open()]
        // Another tab knows already who the visitor is.
        await identify(two, newId)
        const events = eventsOf(3, { newId })
        const chunks = one.cut(events)
        await one.push(events)
        expect(await deliverAll(two)).toHaveLength(4)
        one.handOff(new Set(chunks), HAND_OFF_BYTES)
        await identify(two, newId)
        expect(await deliverAll(two)).toHaveLength(1)
      })

      test('releases once what a page notes after it was released', async () => {
        const { tabs, newId } = setUp()
        const [one, two] = [tabs.open(), tabs.open()]
        await identify(two, newId)
        const events = eventsOf(3, { newId })
        const chunks = one.cut(events)
        await one.push(events)
        expect(await two.begin()).toEqual({ ms: 0 })
        one.handOff(new Set(chunks), HAND_OFF_BYTES)
        expect(await deliverAll(two)).toHaveLength(4)
        await identify(two, newId)
        expect(await deliverAll(two)).toHaveLength(1)
      })

      test('takes a note in before it sends what the note holds', async () => {
        const { tabs, newId } = setUp()
        const [one, two] = [tabs.open(), tabs.open()]
        const events = eventsOf(3, { newId })
        const chunks = one.cut(events)
        await one.push(events)
        await identify(two, newId)
        // Between the beginning of the round and its end.
        const begun = two.begin()
        one.handOff(new Set(chunks), HAND_OFF_BYTES)
        expect(await begun).toEqual({ ms: 0 })
        expect(await deliverAll(two)).toHaveLength(4)
        await identify(two, newId)
        expect(await deliverAll(two)).toHaveLength(1)
      })
    })
  })
}
