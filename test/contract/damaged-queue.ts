import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/storage/store.ts'
import { eventsOf, idsIn, idsOf } from '../events.ts'
import { createTabs, deliverAll, sending, type Tab } from '../fakes/tabs.ts'

const DAY_MS = 86_400_000

/** What a crash, another program or another version may have left in the place of a record. */
const anyGarbage = fc.oneof(
  fc.string(),
  fc.json({ maxDepth: 2 }),
  fc.constantFrom('{"events":', '{"events":[null]}', '{"events":{}}', '{"events":[{"id":"x"}]}'),
  fc.constantFrom('{"events":[{"id":"x","identity":{}}]}', '{"version":9,"events":[[1,2]]}'),
  fc
    .record({
      tried: fc.jsonValue({ maxDepth: 0 }),
      bad: fc.jsonValue({ maxDepth: 0 }),
      until: fc.jsonValue({ maxDepth: 0 }),
    })
    .map((numbers) => JSON.stringify({ events: eventsOf(2, { newId: idsOf(9) }), ...numbers })),
)

const keysOf = (store: Store) => store((t) => t.keys(''))

/** A store that holds so many records of events and not one more. */
const limited = (store: Store, prefix: () => string, most: () => number): Store => {
  const held = new Set<string>()
  return (work) =>
    store((t) =>
      work({
        ...t,
        put(key, value) {
          if (key.startsWith(prefix())) {
            if (!held.has(key) && held.size >= most())
              throw new DOMException('The quota is exceeded', 'QuotaExceededError')
            held.add(key)
          }
          t.put(key, value)
        },
        remove(key) {
          held.delete(key)
          t.remove(key)
        },
      }),
    )
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
      const key = (await store((t) => t.keys(tab.EVENTS)))[1] ?? ''
      await store((t) => t.put(key, '{"events":[{"id":'))
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn([...(first ?? []), ...(third ?? [])]))
      expect(await tab.census()).toMatchObject({ queued: 0, delivered: 6, dropped: { unreadable: 3 } })
    })

    test('goes on whatever lies in the place of any of its records', async () => {
      await fc.assert(
        fc.asyncProperty(anyGarbage, fc.nat(), async (garbage, which) => {
          const store = create()
          const tabs = createTabs({ store })
          const tab = tabs.open()
          const newId = idsOf(1)
          await tab.push(eventsOf(2, { newId }))
          const { key, attempt } = sending(await tab.begin())
          await tab.settle(key, [{ type: 'dropped', reason: 'refused' }], attempt)
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
        { numRuns: 300 },
      )
    })

    test('leaves the records of others alone', async () => {
      const store = create()
      const tab = createTabs({ store }).open()
      const others = ['other/e/1/1/0', 'fake2/e/1/1/0', 'a', 'zzz']
      await store((t) => {
        for (const key of others) t.put(key, 'theirs')
      })
      await tab.push(eventsOf(3))
      await deliverAll(tab)
      expect(await keysOf(store)).toEqual(expect.arrayContaining(others))
    })

    test('evicts the oldest when the quota is exceeded, and counts them', async () => {
      let tab: Tab | undefined
      const tabs = createTabs({
        store: limited(
          create(),
          () => tab?.EVENTS ?? '-',
          () => 20,
        ),
      })
      tab = tabs.open()
      const events = await tracked(tab, 50)
      const { queued, dropped } = await tab.census()
      expect(queued).toBeGreaterThan(50)
      expect(queued + (dropped.evicted ?? 0)).toBe(events.length)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events.slice(-queued)))
      expect(tabs.inMemory()).toBe(0)
    })

    test('goes on in memory, and says so, when there is no room for anything', async () => {
      let tab: Tab | undefined
      const tabs = createTabs({
        store: limited(
          create(),
          () => tab?.EVENTS ?? '-',
          () => 0,
        ),
      })
      tab = tabs.open()
      const events = await tracked(tab, 3)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      expect(tabs.inMemory()).toBe(1)
    })

    test('still gives what it holds when the store fails once', async () => {
      const store = create()
      let failing = false
      const flaky: Store = (work) => {
        if (!failing) return store(work)
        failing = false
        return Promise.reject(new DOMException('Connection lost', 'UnknownError'))
      }
      const tab = createTabs({ store: flaky }).open()
      const events = await tracked(tab, 2)
      failing = true
      await expect(tab.begin()).rejects.toThrow('Connection lost')
      const { key, part, attempt } = sending(await tab.begin())
      failing = true
      await expect(tab.settle(key, [{ type: 'delivered' }], attempt)).rejects.toThrow('Connection lost')
      expect(idsIn(part.events)).toEqual(idsIn(events))
      expect((await tab.census()).queued).toBe(events.length)
    })
  })
}
