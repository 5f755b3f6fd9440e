import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Store } from '../../src/store/store.ts'
import { eventsOf, idsIn, idsOf, NOON } from '../events.ts'
import { createBrokenArea } from '../fakes/area.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending, type Tab } from '../fakes/tabs.ts'
import { runsOf } from '../runs.ts'

const EVENTS = 'fake:shop/e/'
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** What a crash, another program or another version may have left in the place of a record. */
const anyGarbage = fc.oneof(
  fc.string(),
  fc.json({ maxDepth: 2 }),
  fc.constantFrom('[{"id":', '[null]', '{}', '[]', '[{"id":"x"}]', '{"events":[1,2]}'),
  fc.constantFrom('[{"id":"x","identity":{}}]', '[{"id":"x","identity":{},"properties":{}}]'),
  // Records of events, and of the shared state, by another version.
  fc.integer({ min: 0, max: 3 }).map((count) => JSON.stringify(eventsOf(count, { newId: idsOf(9) }))),
  fc
    .record({
      at: fc.constantFrom(NOON, 0),
      due: fc.nat(NOON + HOUR_MS),
      lease: fc.oneof(fc.nat(NOON + HOUR_MS), fc.constantFrom('x', true, null)),
      bad: fc.nat(9),
      until: fc.nat(NOON + HOUR_MS),
    })
    .map((state) => JSON.stringify(state)),
)

const keysOf = (store: Store) => store((t) => t.keys(''))

/** A store that holds so many records of events and not one more. As in a database all is written, or nothing. */
const limited = (store: Store, prefix: string, most: number): Store => {
  const run: Store = (work) =>
    store(async (t) => {
      const written = new Map<string, string | undefined>()
      const keys = async (start: string, limit?: number) => {
        const kept = (await t.keys(start)).filter((key) => !written.has(key))
        const added = [...written.keys()].filter(
          (key) => written.get(key) !== undefined && key.startsWith(start),
        )
        return [...kept, ...added].sort().slice(0, limit)
      }
      const result = await work({
        keys,
        get: async (key) => (written.has(key) ? written.get(key) : t.get(key)),
        put: (key, value) => void written.set(key, value),
        remove: (key) => void written.set(key, undefined),
      })
      if ((await keys(prefix)).length > Math.max(most, (await t.keys(prefix)).length - 1))
        throw new DOMException('The quota is exceeded', 'QuotaExceededError')
      for (const [key, value] of written) value === undefined ? t.remove(key) : t.put(key, value)
      return result
    })
  return run
}

/** The same store without room: it removes, and writes nothing. As in a database all is done, or nothing. */
const fullStore = (store: Store): Store => {
  const run: Store = (work) =>
    store(async (t) => {
      const removed: string[] = []
      let puts = 0
      const put = () => {
        puts++
      }
      const result = await work({ ...t, put, remove: (key) => void removed.push(key) })
      if (puts) throw new DOMException('The quota is exceeded', 'QuotaExceededError')
      removed.forEach(t.remove)
      return result
    })
  return run
}

/** A store that fails when, and as often as, it is told to. */
const failingStore = (store: Store) => {
  let error: Error | undefined
  let times = 0
  const run: Store = (work) => (times-- > 0 ? Promise.reject(error) : store(work))
  return {
    run,
    failNext(next: Error, count = 1): void {
      error = next
      times = count
    },
  }
}

const tracked = async (tab: Tab, pushes: number) => {
  const newId = idsOf(1)
  const events = Array.from({ length: pushes }, () => eventsOf(10, { newId }))
  for (const some of events) await tab.push(some)
  return events.flat()
}

/** What the queue makes of a store that fails or holds what it should not. */
export const testDamagedQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, damaged`, () => {
    test('skips a record that cannot be read, counts its events and delivers the others', async () => {
      const store = create()
      const tab = createTabs({ store }).open()
      const events = eventsOf(9)
      const [first, second, third] = [0, 3, 6].map((from) => events.slice(from, from + 3))
      for (const some of [first, second, third]) await tab.push(some ?? [])
      const key = (await store((t) => t.keys(EVENTS)))[1] ?? ''
      await store((t) => t.put(key, '[{"id":'))
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn([...(first ?? []), ...(third ?? [])]))
      expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 6, unreadable: 3 } })
    })

    test('goes on whatever lies in the place of any of its records', async () => {
      await fc.assert(
        fc.asyncProperty(anyGarbage, fc.nat(), async (garbage, which) => {
          const store = create()
          const tabs = createTabs({ store })
          const tab = tabs.open()
          const newId = idsOf(1)
          await tab.push(eventsOf(2, { newId }))
          await tab.settle(sending(await tab.begin()), [{ type: 'dropped', reason: 'refused' }])
          await tab.push(eventsOf(2, { newId }))
          const keys = await keysOf(store)
          await store((t) => t.put(keys[which % keys.length] ?? '', garbage))
          const last = eventsOf(3, { newId })
          await tab.push(last)
          // Longer than any wait that garbage may ask for.
          tabs.pass(DAY_MS)
          const delivered = new Set(idsIn(await deliverAll(tab)))
          expect(idsIn(last).filter((id) => !delivered.has(id))).toEqual([])
          expect((await tab.census()).queued).toBe(0)
        }),
        { numRuns: runsOf(300) },
      )
    })

    test('waits for no sender and no answer that only another program’s times tell of', async () => {
      const store = create()
      const tab = createTabs({ store }).open()
      await tab.push(eventsOf(2))
      sending(await tab.beginUnlocked())
      const state = JSON.stringify({ lease: 1e15, until: 1e15, locked: true })
      await store(async (t) => {
        const [key = ''] = await t.keys(EVENTS)
        t.put(key.replace('/new/', '/again/'), (await t.get(key)) ?? '')
        t.remove(key)
        t.put('fake:shop/s', state)
      })
      expect(sending(await tab.beginUnlocked()).isResend).toBe(true)
    })

    test.each<[string, (newKey: string) => object]>([
      ['keys that cannot be text', () => ({ keys: [{ toString: 1 }] })],
      ['an end that is no number', (key) => ({ keys: [key], until: { toString: 1 } })],
      [
        'an answer of no attempt',
        (key) => ({ keys: [key], events: [], outcomes: [], lease: { toString: 1 } }),
      ],
      [
        'an answer with words that are none',
        (key) => ({
          keys: [key],
          events: eventsOf(1),
          outcomes: [{ type: 'dropped', reason: { toString: 1 } }],
          lease: 1,
        }),
      ],
      [
        'an event without a time',
        (key) => ({ chunks: { [key]: '[{"id":"x","time":{"toString":1},"properties":{},"identity":{}}]' } }),
      ],
    ])('goes on after a note with %s', async (_, noteOf) => {
      for (const name of ['fake:shop', 'fake']) {
        const tabs = createTabs({ store: create() })
        tabs.area.set(`sendoff/${name}/x`, JSON.stringify(noteOf(`${name}/e/new/x/1`)))
        const tab = tabs.open()
        const events = eventsOf(2)
        await tab.push(events)
        const delivered = idsIn(await deliverAll(tab))
        tabs.pass(DAY_MS)
        delivered.push(...idsIn(await deliverAll(tab)))
        expect(delivered).toEqual(expect.arrayContaining(idsIn(events)))
        expect(await tab.census()).toMatchObject({ queued: 0, storage: 'indexeddb' })
      }
    })

    test.each(['11111111111111111111', '1e999', '10001', '-5', '0.5'])(
      'is neither stopped nor emptied by a record that says it holds %s events',
      async (count) => {
        const store = create()
        const tab = createTabs({ store, random: () => 0, maxEvents: 100 }).open()
        await store((t) => {
          for (const id of ['', 'ffffffff-ffff-7fff-8fff-ffffffffffff'])
            t.put(`fake:shop/e/new/${id}/${count}`, '')
        })
        const events = eventsOf(3)
        await tab.push(events)
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      },
    )

    test('leaves the records of others alone', async () => {
      const store = create()
      const tab = createTabs({ store }).open()
      const others = ['other/e/new/1/1', 'fake2/e/new/1/1', 'a', 'zzz']
      await store((t) => {
        for (const key of others) t.put(key, 'theirs')
      })
      await tab.push(eventsOf(3))
      await deliverAll(tab)
      expect(await keysOf(store)).toEqual(expect.arrayContaining(others))
    })

    test('goes on in memory when the quota is exceeded: what was stored waits for a tab that has room', async () => {
      const store = create()
      const tabs = createTabs({ store: limited(store, EVENTS, 20) })
      const full = tabs.open()
      const events = await tracked(full, 50)
      const inMemory = idsIn(await deliverAll(full))
      expect(inMemory).toEqual(idsIn(events.slice(-inMemory.length)))
      expect((await full.census()).counts).toEqual({ delivered: inMemory.length })
      const next = tabs.open(store)
      const stored = idsIn(await deliverAll(next))
      expect([...stored, ...inMemory]).toEqual(idsIn(events))
      expect((await next.census()).counts).toEqual({ delivered: stored.length })
      expect(tabs.losses).toEqual([['memory', 0]])
    })

    test('delivers once what several tasks found no room for', async () => {
      const store = create()
      const tabs = createTabs({ store: limited(store, EVENTS, 20) })
      const full = tabs.open()
      const newId = idsOf(1)
      const tasks = Array.from({ length: 25 }, () => eventsOf(10, { newId }))
      await Promise.all(tasks.map((events) => full.push(events)))
      const [inMemory, stored] = [await deliverAll(full), await deliverAll(tabs.open(store))].map(idsIn)
      expect([...(inMemory ?? []), ...(stored ?? [])].sort()).toEqual(idsIn(tasks.flat()).sort())
      expect(tabs.losses).toEqual([['memory', 0]])
    })

    test('notes an answer that the database does not take, and whoever comes next settles by it', async () => {
      const store = create()
      let isFull = false
      const run: Store = (work) => (isFull ? fullStore(store) : store)(work)
      const tabs = createTabs({ store: run, destination: createFakeDestination({ assumeDelivered: true }) })
      const tab = tabs.open()
      const events = await tracked(tab, 4)
      const attempt = sending(await tab.begin())
      isFull = true
      await tab.settle(
        attempt,
        attempt.events.map((_, index) => (index ? { type: 'delivered' } : { type: 'retry', reason: 'busy' })),
      )
      expect(tabs.losses).toEqual([['memory', 0]])
      isFull = false
      tabs.pass(DAY_MS)
      const next = tabs.open()
      // Several see it, one settles by it.
      const others = [next.census, tabs.open().begin, tabs.open().begin].map((look) => look())
      // It has learnt that the vendor is busy.
      expect(await next.begin()).toMatchObject({ failing: 'busy' })
      await Promise.all(others)
      tabs.pass(DAY_MS)
      const left = sending(await next.begin())
      expect([left.isResend, idsIn(left.events)]).toEqual([false, idsIn(events.slice(0, 1))])
      expect(await next.census()).toMatchObject({ queued: 1, counts: { delivered: events.length - 1 } })
      expect([...tabs.area.keys()].filter((place) => place.startsWith('sendoff/fake:shop/'))).toEqual([])
    })

    test.each<Outcome>([
      { type: 'retry', reason: 'busy' },
      { type: 'retry', reason: 'together' },
    ])('remembers that nothing was taken when only the last try can write it: $reason', async (outcome) => {
      const { run, failNext } = failingStore(create())
      const destination = createFakeDestination({ assumeDelivered: true })
      const tabs = createTabs({ store: run, destination })
      const tab = tabs.open()
      const events = await tracked(tab, 4)
      const attempt = sending(await tab.begin())
      failNext(new DOMException('Connection lost', 'UnknownError'), 2)
      await tab.settle(
        attempt,
        attempt.events.map(() => outcome),
      )
      tabs.pass(DAY_MS)
      expect(await tab.census()).toMatchObject({ queued: events.length, storage: 'indexeddb' })
      expect(sending(await tab.begin())).toMatchObject({ isResend: false })
      expect((await tab.census()).counts).toEqual({})
    })

    test('keeps what was sent when the answer can be written nowhere', async () => {
      const store = create()
      const { run, failNext } = failingStore(store)
      const tabs = createTabs({ store: run, area: createBrokenArea() })
      const tab = tabs.open()
      const events = await tracked(tab, 4)
      const attempt = sending(await tab.begin())
      failNext(new DOMException('The quota is exceeded', 'QuotaExceededError'), 3)
      await tab.settle(
        attempt,
        attempt.events.map(() => ({ type: 'delivered' })),
      )
      expect(tabs.losses).toEqual([['memory', 0]])
      tabs.pass(DAY_MS)
      const next = tabs.open(store)
      expect(sending(await next.begin())).toMatchObject({ isResend: true, events })
    })

    test('goes on in memory, and says so once, when there is no room for anything', async () => {
      const tabs = createTabs({ store: limited(create(), EVENTS, 0) })
      const tab = tabs.open()
      const events = await tracked(tab, 3)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      expect(tabs.losses).toEqual([['memory', 0]])
      expect((await tab.census()).storage).toBe('memory')
    })

    test('goes on in memory, and says so once, where there is no database', async () => {
      const none: Store = () => Promise.reject(new TypeError('indexedDB is undefined'))
      const tabs = createTabs({ store: none })
      const tab = tabs.open()
      const events = await tracked(tab, 3)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      expect(tabs.losses).toEqual([['memory', 0]])
    })

    test('goes on in memory for all who wait when the database fails them', async () => {
      const none: Store = () => Promise.reject(new DOMException('The operation is insecure', 'SecurityError'))
      const tabs = createTabs({ store: none })
      const tab = tabs.open()
      const newId = idsOf(1)
      const tasks = Array.from({ length: 5 }, () => eventsOf(10, { newId }))
      await Promise.all(tasks.map((events) => tab.push(events)))
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(tasks.flat()))
      expect(tabs.losses).toEqual([['memory', 0]])
    })

    test('accounts for every event when the store fails once, and stays in the database', async () => {
      const { run, failNext } = failingStore(create())
      const tabs = createTabs({ store: run })
      const tab = tabs.open()
      const events = await tracked(tab, 4)
      failNext(new DOMException('Connection lost', 'UnknownError'))
      const attempt = sending(await tab.begin())
      failNext(new DOMException('Connection lost', 'UnknownError'))
      await tab.settle(
        attempt,
        attempt.events.map(() => ({ type: 'delivered' })),
      )
      await deliverAll(tab)
      const { queued, counts, storage } = await tab.census()
      expect([queued, storage, counts]).toEqual([0, 'indexeddb', { delivered: events.length }])
      expect(tabs.losses).toEqual([])
    })
  })
}
