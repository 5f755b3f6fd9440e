import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { HAND_OFF_MS } from '../../src/storage/queue.ts'
import type { Store } from '../../src/storage/store.ts'
import { eventsOf, idsIn } from '../events.ts'
import { createBrokenArea } from '../fakes/area.ts'
import { createTabs, deliverAll, sending } from '../fakes/tabs.ts'

const delivered: Outcome = { type: 'delivered' }

/** What the queue makes of events that could not wait for the database. */
export const testLeavingQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, of pages that were left`, () => {
    describe('with notes', () => {
      test('takes them in once', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open('tab-1')
        const events = eventsOf(5)
        for (const chunk of left.cut(events)) left.note(chunk)
        const [two, three] = [tabs.open('tab-2'), tabs.open('tab-3')]
        expect(idsIn([...(await deliverAll(two)), ...(await deliverAll(three))])).toEqual(idsIn(events))
        expect(await two.census()).toMatchObject({ queued: 0, counts: { delivered: 5 } })
      })

      test('takes nothing in that has also reached the database, delivered or not', async () => {
        const tabs = createTabs({ store: create() })
        const left = tabs.open('tab-1')
        const events = eventsOf(5)
        await left.push(events)
        expect(idsIn(await deliverAll(left))).toEqual(idsIn(events))
        for (const chunk of left.cut(events)) left.note(chunk)
        expect(await deliverAll(tabs.open('tab-2'))).toEqual([])
      })

      test('skips what is no note, and counts it', async () => {
        const tabs = createTabs({ store: create() })
        const tab = tabs.open()
        const [chunk] = tab.cut(eventsOf(2))
        if (!chunk) return
        tab.note({ ...chunk, json: 'half a rec' })
        tabs.area.set('sendoff|other', 'of another version')
        expect(await deliverAll(tabs.open('tab-2'))).toEqual([])
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { unreadable: 2 } })
      })
    })

    describe('with a hand-off', () => {
      test('waits for its answer, then sends it again', async () => {
        const tabs = createTabs({ store: create() })
        const tab = tabs.open()
        const events = eventsOf(3)
        await tab.push(events)
        expect(
          tab.handOff(
            tab.cut(events).map(({ key }) => key),
            events,
          ),
        ).not.toBe('')
        expect(await tab.begin()).toMatchObject({ ms: HAND_OFF_MS })
        expect(await tab.census()).toMatchObject({ queued: 3 })
        tabs.pass(HAND_OFF_MS)
        const { attempt, part } = sending(await tab.begin())
        expect([attempt, part.events[0]]).toEqual(['resend', events[0]])
      })

      test('removes it when it is answered', async () => {
        const tabs = createTabs({ store: create() })
        const tab = tabs.open()
        const events = eventsOf(3)
        await tab.push(events)
        const key = tab.handOff(
          tab.cut(events).map((chunk) => chunk.key),
          events,
        )
        await tab.settle(key, [delivered, delivered, delivered])
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
      })

      test('counts it once when its answer comes after it was sent again', async () => {
        const tabs = createTabs({ store: create() })
        const tab = tabs.open()
        const events = eventsOf(3)
        await tab.push(events)
        const handedOff = tab.handOff(
          tab.cut(events).map((chunk) => chunk.key),
          events,
        )
        tabs.pass(HAND_OFF_MS)
        const { key, attempt } = sending(await tab.begin())
        await tab.settle(handedOff, [delivered, delivered, delivered])
        await tab.settle(key, [delivered, delivered, delivered], attempt)
        expect(await tab.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
      })

      test('is made of nothing that was ever taken for sending, by any tab', async () => {
        const tabs = createTabs({ store: create() })
        const [one, two] = [tabs.open('tab-1'), tabs.open('tab-2')]
        const events = eventsOf(3)
        await one.push(events)
        sending(await two.begin())
        expect(one.mark() >= (one.cut(events)[0]?.key ?? '')).toBe(true)
      })

      test('is not made where nobody else would know of it', () => {
        const tabs = createTabs({ store: create(), area: createBrokenArea() })
        const tab = tabs.open()
        const events = eventsOf(3)
        expect(
          tab.handOff(
            tab.cut(events).map(({ key }) => key),
            events,
          ),
        ).toBe('')
      })

      test('knows of it although the database never heard of it', async () => {
        const tabs = createTabs({ store: create() })
        const never: Store = () => new Promise(() => undefined)
        const events = eventsOf(3)
        const left = tabs.open('tab-1', never)
        left.handOff(
          left.cut(events).map(({ key }) => key),
          events,
        )
        const next = tabs.open('tab-2')
        expect(await next.begin()).toMatchObject({ ms: HAND_OFF_MS })
        tabs.pass(HAND_OFF_MS)
        const { attempt, part } = sending(await next.begin())
        expect([attempt, part.events[0]]).toEqual(['resend', events[0]])
      })
    })
  })
}
