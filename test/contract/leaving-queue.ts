import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { HAND_OFF_BYTES } from '../../src/delivery/sender.ts'
import { HAND_OFF_MS } from '../../src/queue/attempt.ts'
import { bytesOf } from '../../src/queue/batch.ts'
import type { Store } from '../../src/store/store.ts'
import { ANYONE, eventsOf, idsIn, idsOf } from '../events.ts'
import { createBrokenArea, createFakeArea } from '../fakes/area.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending } from '../fakes/tabs.ts'

const delivered: Outcome = { type: 'delivered' }
const busy: Outcome = { type: 'retry', reason: 'busy' }
/** A database that does not answer before the page is gone. */
const never: Store = () => new Promise(() => undefined)
const isNote = (place: string) => place.startsWith('sendoff/fake:shop/')

/** What the queue makes of events that could not wait for the database. */
export const testLeavingQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, of pages that were left`, () => {
    describe('with notes', () => {
      test('takes them in once', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open(never)
        const events = eventsOf(5)
        expect(left.handOff(new Set(left.cut(events)), 0)).toBeUndefined()
        expect([...tabs.area.keys()].filter(isNote)).toHaveLength(1)
        const [two, three] = [tabs.open(), tabs.open()]
        expect(idsIn([...(await deliverAll(two)), ...(await deliverAll(three))])).toEqual(idsIn(events))
        expect(await two.census()).toMatchObject({ queued: 0, counts: { delivered: 5 } })
        expect([...tabs.area.keys()].filter(isNote)).toEqual([])
      })

      test('takes them in once also when a killed browser forgets that they were removed', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open(never)
        left.handOff(new Set(left.cut(eventsOf(5))), 0)
        const [place = ''] = [...tabs.area.keys()].filter(isNote)
        const note = tabs.area.get(place) ?? ''
        expect(await deliverAll(tabs.open())).toHaveLength(5)
        tabs.area.set(place, note)
        expect(await deliverAll(tabs.open())).toEqual([])
        expect([...tabs.area.keys()].filter(isNote)).toEqual([])
      })

      test('are made of nothing that has reached the database', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open()
        const chunks = left.cut(eventsOf(5))
        await left.pushChunks(chunks)
        left.handOff(new Set(chunks), 0)
        expect([...tabs.area.keys()].filter(isNote)).toEqual([])
      })

      test('are made, in memory, of nothing that has reached the database, nor is that handed off', async () => {
        const store = create()
        const tabs = createTabs({ store })
        let isFull = false
        const full: Store = (work) =>
          isFull ? Promise.reject(new DOMException('No room', 'QuotaExceededError')) : store(work)
        const left = tabs.open(full)
        const newId = idsOf(1)
        const stored = left.cut(eventsOf(5, { newId }))
        await left.pushChunks(stored)
        isFull = true
        const inMemory = left.cut(eventsOf(3, { newId }))
        await left.pushChunks(inMemory)
        const handedOff = left.handOff(new Set([...stored, ...inMemory]), HAND_OFF_BYTES)
        expect(handedOff?.keys).toEqual(inMemory.map(({ key }) => key))
        expect([...tabs.area.keys()].filter(isNote)).toEqual([])
        expect(await deliverAll(tabs.open())).toHaveLength(5)
      })

      test('are made of nothing that others have taken, though this page was not told that it is stored', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open()
        const chunks = left.cut(eventsOf(5))
        await left.push(eventsOf(5))
        expect(await deliverAll(tabs.open())).toHaveLength(5)
        left.handOff(new Set(chunks), HAND_OFF_BYTES)
        expect(await deliverAll(tabs.open())).toEqual([])
      })

      test('are not written a second time by a database that was late', async () => {
        const store = create()
        const tabs = createTabs({ store })
        let isLate = true
        const late: Store = (work) => {
          if (!isLate) return store(work)
          return Promise.reject(new DOMException('Connection lost', 'UnknownError'))
        }
        const left = tabs.open(late)
        const chunks = left.cut(eventsOf(5))
        const stored = left.pushChunks(chunks)
        left.handOff(new Set(chunks), 0)
        const delivering = deliverAll(tabs.open())
        isLate = false
        await stored
        const taken = [...(await delivering), ...(await deliverAll(tabs.open()))]
        expect(idsIn(taken)).toEqual(idsIn(eventsOf(5)))
      })

      test('are not said to be stored before they are taken in', async () => {
        const store = create()
        const tabs = createTabs({ store })
        let open = (): void => undefined
        const opened = new Promise<void>((resolve) => {
          open = resolve
        })
        // The first write is refused, and what comes second, the note, is slow.
        const calls: (<Result>(run: () => Promise<Result>) => Promise<Result>)[] = [
          () => Promise.reject(new DOMException('Connection lost', 'UnknownError')),
          (run) => opened.then(run),
        ]
        const tab = tabs.open((work) => (calls.shift() ?? ((run) => run()))(() => store(work)))
        const chunks = tab.cut(eventsOf(2))
        let isStored = false
        const stored = tab.pushChunks(chunks).then(() => {
          isStored = true
        })
        tab.handOff(new Set(chunks), 0)
        await new Promise((resolve) => setTimeout(resolve, 20))
        expect(isStored).toBe(false)
        open()
        await stored
        expect(await tab.census()).toMatchObject({ queued: 2, storage: 'indexeddb' })
      })

      describe('whose database refuses them then', () => {
        const full: Store = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'))

        /** A page that is hidden with these events, and left with memory alone. */
        const leave = async (maxBytes: number) => {
          const tabs = createTabs({ store: create() })
          const tab = tabs.open(full)
          const events = eventsOf(3)
          const chunks = tab.cut(events)
          const unsent = new Set(chunks)
          const stored = tab.pushChunks(chunks)
          const handedOff = tab.handOff(unsent, maxBytes)
          await stored
          expect(tabs.losses).toEqual([['memory', 0]])
          return { tabs, tab, events, unsent, handedOff }
        }

        test('go once, from a page that has one', async () => {
          const { tabs, tab, events, unsent } = await leave(0)
          expect(await deliverAll(tab)).toEqual([])
          expect(tab.handOff(unsent, HAND_OFF_BYTES)).toBeUndefined()
          expect(idsIn(await deliverAll(tabs.open()))).toEqual(idsIn(events))
        })

        test('do not go again when they were handed off and the answer came', async () => {
          const { tabs, tab, handedOff } = await leave(HAND_OFF_BYTES)
          await tab.settle(sending(handedOff), [delivered, delivered, delivered])
          const next = tabs.open()
          expect(await deliverAll(next)).toEqual([])
          expect(await next.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
        })
      })

      test('leaves them alone in a tab that lives in memory: there they would be lost with it', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open(never)
        left.handOff(new Set(left.cut(eventsOf(5))), 0)
        const none: Store = () => Promise.reject(new TypeError('indexedDB is undefined'))
        expect(await deliverAll(tabs.open(none))).toEqual([])
        expect(await deliverAll(tabs.open())).toHaveLength(5)
      })

      test('hold the oldest that fit where localStorage has no room for all, and what is handed off', async () => {
        const area = createFakeArea()
        const roomy = area.set
        area.set = (place, text) => {
          if (text.length < 400_000) roomy(place, text)
        }
        const tabs = createTabs({ store: create(), area })
        const left = tabs.open(never)
        const events = eventsOf(1_000, { text: 'x'.repeat(700) })
        const handedOff = sending(left.handOff(new Set(left.cut(events)), HAND_OFF_BYTES))
        expect(handedOff.events.length).toBeGreaterThan(20)
        const next = tabs.open()
        const taken = [...handedOff.events, ...(await deliverAll(next))]
        expect(taken.length).toBeGreaterThan(100)
        expect(idsIn(taken)).toEqual(idsIn(events.slice(0, taken.length)))
      })

      test('skips what is no note', async () => {
        const tabs = createTabs({ store: create() })
        for (const text of [
          'half a rec',
          'null',
          '7',
          '{}',
          '{"chunks":{}}',
          '{"keys":7}',
          '{"keys":{},"outcomes":1}',
        ])
          tabs.area.set(`sendoff/fake:shop/${text.length}`, text)
        tabs.area.set('sendoff/other/1', 'of another destination')
        const tab = tabs.open()
        const events = eventsOf(2)
        await tab.push(events)
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
        expect([...tabs.area.keys()].sort()).toEqual(['sendoff/fake:shop', 'sendoff/other/1'])
      })

      test('counts the events of a record that cannot be read', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open(never)
        left.handOff(new Set(left.cut(eventsOf(2)).map((chunk) => ({ ...chunk, json: 'half a rec' }))), 0)
        const tab = tabs.open()
        expect(await deliverAll(tab)).toEqual([])
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { unreadable: 2 } })
      })
    })

    describe('with a hand-off', () => {
      /** A page that is left with these events, which its database had or not. */
      const leave = async (isStored = true, assumeDelivered = false) => {
        const tabs = createTabs({ store: create(), destination: createFakeDestination({ assumeDelivered }) })
        const tab = tabs.open(isStored ? undefined : never)
        const events = eventsOf(3)
        const chunks = tab.cut(events)
        if (isStored) await tab.pushChunks(chunks)
        const unsent = new Set(chunks)
        return { tabs, tab, events, unsent, handedOff: sending(tab.handOff(unsent, HAND_OFF_BYTES)) }
      }

      test('waits for its answer, then sends it again', async () => {
        for (const isStored of [true, false]) {
          const { tabs, events, unsent, handedOff } = await leave(isStored)
          expect([idsIn(handedOff.events), unsent.size]).toEqual([idsIn(events), 0])
          const next = tabs.open()
          expect(await next.begin()).toMatchObject({ ms: HAND_OFF_MS })
          expect(await next.census()).toMatchObject({ queued: 3 })
          tabs.pass(HAND_OFF_MS)
          const { isResend, events: sent } = sending(await next.begin())
          expect([isResend, sent[0]]).toEqual([true, events[0]])
        }
      })

      test.each([3_600_000, 20_000])('does not wait when the clock was set back by %d ms', async (backMs) => {
        const { tabs } = await leave()
        tabs.pass(1)
        // Taken in while the clock was right.
        await tabs.open().begin()
        tabs.pass(-backMs)
        expect(sending(await tabs.open().begin()).isResend).toBe(true)
      })

      test('sends others meanwhile', async () => {
        const { tabs } = await leave()
        const next = tabs.open()
        const others = eventsOf(2, { newId: idsOf(2) })
        await next.push(others)
        const { isResend, events: sent } = sending(await next.begin())
        expect([isResend, idsIn(sent)]).toEqual([false, idsIn(others)])
      })

      test('removes it when it is answered', async () => {
        const { tab, handedOff } = await leave()
        await tab.settle(handedOff, [delivered, delivered, delivered])
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
      })

      test('sends it anew when it is answered with no', async () => {
        const { tabs, tab, events, handedOff } = await leave()
        await tab.settle(handedOff, [busy, busy, busy])
        tabs.pass(HAND_OFF_MS)
        const { isResend, events: sent } = sending(await tab.begin())
        expect([isResend, idsIn(sent)]).toEqual([false, idsIn(events)])
      })

      test('sends it anew when it is answered with no, whoever has handed off others since', async () => {
        const { tabs, tab, events, handedOff } = await leave(true, true)
        tabs.pass(1)
        const other = tabs.open()
        const others = other.cut(eventsOf(2, { newId: idsOf(2) }))
        await other.pushChunks(others)
        sending(other.handOff(new Set(others), HAND_OFF_BYTES))
        await tab.settle(handedOff, [busy, busy, busy])
        tabs.pass(HAND_OFF_MS)
        const next = tabs.open()
        expect(idsIn(await deliverAll(next))).toEqual(idsIn(events))
        expect((await next.census()).counts).toEqual({ delivered: 5 })
      })

      test('leaves it in doubt when it is answered with no after it was sent again', async () => {
        const { tabs, tab, handedOff } = await leave()
        tabs.pass(HAND_OFF_MS)
        const again = sending(await tab.begin())
        await tab.settle(
          again,
          again.events.map((): Outcome => ({ type: 'retry', reason: 'unanswered' })),
        )
        await tab.settle(handedOff, [busy, busy, busy])
        tabs.pass(60_000)
        expect(sending(await tab.begin()).isResend).toBe(true)
      })

      test('counts it once when its answer comes after it was sent again', async () => {
        const { tabs, tab, handedOff } = await leave()
        tabs.pass(HAND_OFF_MS)
        const again = sending(await tab.begin())
        await tab.settle(handedOff, [delivered, delivered, delivered])
        await tab.settle(again, [delivered, delivered, delivered])
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
      })

      test('is made of nothing that was ever taken for sending, by any tab', async () => {
        const tabs = createTabs({ store: create() })
        const [one, two] = [tabs.open(), tabs.open()]
        const newId = idsOf(1)
        const taken = one.cut(eventsOf(3, { newId }))
        await one.pushChunks(taken)
        sending(await two.begin())
        expect(one.handOff(new Set(taken), HAND_OFF_BYTES)).toBeUndefined()
        const later = eventsOf(2, { newId })
        const both = sending(one.handOff(new Set([...taken, ...one.cut(later)]), HAND_OFF_BYTES))
        expect(idsIn(both.events)).toEqual(idsIn(later))
      })

      test('is made of one person’s events, and leaves the others for the next page', async () => {
        const tabs = createTabs({ store: create() })
        const tab = tabs.open(never)
        const newId = idsOf(1)
        const [first = [], second = []] = ['a', 'b'].map((userId) =>
          eventsOf(3, { newId, identity: { ...ANYONE, userId } }),
        )
        const { events } = sending(tab.handOff(new Set(tab.cut([...first, ...second])), HAND_OFF_BYTES))
        expect(idsIn(events)).toEqual(idsIn(first))
        expect(idsIn(sending(await tabs.open().begin()).events)).toEqual(idsIn(second))
      })

      test('is no larger than what may leave with a page, whatever lies first', async () => {
        for (const text of ['x'.repeat(70_000), '€'.repeat(20_000), 'x'.repeat(700)]) {
          const tabs = createTabs({ store: create() })
          const tab = tabs.open(never)
          const newId = idsOf(1)
          const chunks = Array.from({ length: 100 }, () => tab.cut(eventsOf(1, { newId, text }))).flat()
          const handedOff = tab.handOff(new Set(chunks), HAND_OFF_BYTES)
          expect(bytesOf(handedOff?.body ?? '')).toBeLessThanOrEqual(60_000)
          expect((handedOff?.events.length ?? 0) > 0).toBe(text.length < 1_000)
          // Neither is anything lost.
          const next = tabs.open()
          const before = await next.begin()
          expect(before).toBeDefined()
          expect((await next.census()).queued).toBe(100)
        }
      })

      test('passes over what is too large for it in the midst of a burst', () => {
        const tabs = createTabs({ store: create(), destination: createFakeDestination({ mixes: true }) })
        const tab = tabs.open(never)
        const events = eventsOf(1_000, { text: 'x'.repeat(700) })
        const chunks = tab.cut(events)
        // What lies before is on its way.
        const { events: sent } = sending(tab.handOff(new Set(chunks.slice(5)), HAND_OFF_BYTES))
        expect(idsIn(sent)).toEqual(idsIn(events.slice(-40)))
      })

      test('is not made where nobody else would know of it', () => {
        const tabs = createTabs({ store: create(), area: createBrokenArea() })
        const tab = tabs.open()
        const unsent = new Set(tab.cut(eventsOf(3)))
        expect(tab.handOff(unsent, HAND_OFF_BYTES)).toBeUndefined()
      })

      test('is made without a note where the queue lives in memory: nobody else could know', async () => {
        const none: Store = () => Promise.reject(new TypeError('indexedDB is undefined'))
        const tabs = createTabs({ store: none })
        const tab = tabs.open()
        const chunks = tab.cut(eventsOf(3))
        await tab.pushChunks(chunks)
        await tab.settle(sending(tab.handOff(new Set(chunks), HAND_OFF_BYTES)), [
          delivered,
          delivered,
          delivered,
        ])
        expect(await tab.census()).toMatchObject({ queued: 0, storage: 'memory', counts: { delivered: 3 } })
        expect([...tabs.area.keys()].filter(isNote)).toEqual([])
      })
    })
  })
}
