import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Store } from '../../src/store/store.ts'
import { eventsOf, idsIn, idsOf } from '../events.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending } from '../fakes/tabs.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const all = (count: number, outcome: Outcome): Outcome[] => Array<Outcome>(count).fill(outcome)
const delivered: Outcome = { type: 'delivered' }

/** What the queue makes of attempts of which nobody knows whether the vendor has them. */
export const testDoubtfulQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, in doubt`, () => {
    test('lets one tab send at a time, and overtakes one that gives no sign any more', async () => {
      const tabs = createTabs({ store: create() })
      const [one, two] = [tabs.open(), tabs.open()]
      await one.push(eventsOf(2))
      const first = sending(await one.beginUnlocked())
      expect(await two.beginUnlocked()).toMatchObject({ ms: 1_000 })
      tabs.pass(MINUTE_MS)
      const second = sending(await two.beginUnlocked())
      expect([first.isResend, second.isResend]).toEqual([false, true])
    })

    test('makes nobody wait once an attempt is settled', async () => {
      const tabs = createTabs({ store: create() })
      const [one, two] = [tabs.open(), tabs.open()]
      await one.push(eventsOf(2))
      await one.settle(sending(await one.beginUnlocked()), all(2, { type: 'retry', reason: 'together' }))
      expect(sending(await two.beginUnlocked()).isResend).toBe(false)
    })

    test('says when an attempt follows one that was never answered, after a crash too', async () => {
      const tabs = createTabs({ store: create() })
      const crashed = tabs.open()
      const events = eventsOf(3)
      await crashed.push(events)
      const before = sending(await crashed.begin())
      tabs.pass(1)
      const next = tabs.open()
      const after = sending(await next.begin())
      expect([before.url, after.url]).toEqual(['https://vendor.test/first', 'https://vendor.test/resend'])
      expect(after.events[0]).toEqual(before.events[0])
      await next.settle(after, all(after.events.length, delivered))
      expect(await next.census()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
    })

    test('counts what was never answered as delivered where a repeat would be recorded twice', async () => {
      const destination = createFakeDestination({ assumeDelivered: true })
      const tabs = createTabs({ store: create(), destination })
      const crashed = tabs.open()
      const newId = idsOf(1)
      await crashed.push(eventsOf(3, { newId }))
      sending(await crashed.begin())
      tabs.pass(1)
      const next = tabs.open()
      const later = eventsOf(2, { newId })
      await next.push(later)
      expect(idsIn(await deliverAll(next))).toEqual(idsIn(later))
      expect(await next.census()).toMatchObject({ queued: 0, counts: { delivered: 5 } })
    })

    test.each([0, HOUR_MS, 20_000, 3_000])(
      'sends again what was answered with no, whatever the vendor does about repeats, the clock set back by %d ms',
      async (backMs) => {
        const destination = createFakeDestination({ assumeDelivered: true })
        const tabs = createTabs({ store: create(), destination })
        const tab = tabs.open()
        const events = eventsOf(3)
        await tab.push(events)
        const attempt = sending(await tab.begin())
        tabs.pass(-backMs)
        await tab.settle(attempt, all(3, { type: 'retry', reason: 'busy' }))
        tabs.pass(MINUTE_MS)
        expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      },
    )

    test.each([HOUR_MS, 20_000])(
      'makes nobody wait for one who was sending before the clock was set back by %d ms',
      async (backMs) => {
        const tabs = createTabs({ store: create() })
        await tabs.open().push(eventsOf(2))
        sending(await tabs.open().beginUnlocked())
        tabs.pass(-backMs)
        expect(sending(await tabs.open().beginUnlocked()).isResend).toBe(true)
      },
    )

    test('attempts of a record what fits into the request, and keeps the rest unattempted', async () => {
      const destination = createFakeDestination({ limits: { events: 7, bytes: 1_000_000, burstMs: 1_000 } })
      const tabs = createTabs({ store: create(), destination })
      const events = eventsOf(10)
      await tabs.open().push(events)
      const left = sending(await tabs.open().begin())
      expect(idsIn(left.events)).toEqual(idsIn(events.slice(0, 7)))
      tabs.pass(1)
      const next = tabs.open()
      const again = sending(await next.begin())
      expect([again.isResend, idsIn(again.events)]).toEqual([true, idsIn(events.slice(0, 7))])
      await next.settle(again, all(7, delivered))
      const rest = sending(await next.begin())
      expect([rest.isResend, idsIn(rest.events)]).toEqual([false, idsIn(events.slice(7))])
    })

    test('reads one record for a repeat that takes one event, and cuts it once', async () => {
      const limits = { events: 1_000, bytes: 1_000_000, burstMs: 1_000, resent: 1 }
      const store = create()
      const [read, written]: [string[], string[]] = [[], []]
      const watched: Store = (work) =>
        store((t) =>
          work({
            ...t,
            get: (key) => {
              read.push(key)
              return t.get(key)
            },
            put: (key, json) => {
              written.push(key)
              t.put(key, json)
            },
          }),
        )
      const tabs = createTabs({ store, destination: createFakeDestination({ limits }) })
      const events = eventsOf(60)
      await tabs.open().push(events)
      sending(await tabs.open().begin())
      tabs.pass(1)
      const next = tabs.open(watched)
      // What the dead tab was sending is moved first, record by record.
      const first = sending(await next.begin())
      await next.settle(first, all(1, delivered))
      read.length = 0
      written.length = 0
      const isEvent = (key: string) => key.includes('/e/again/')
      const second = sending(await next.begin())
      expect([second.events.length, read.filter(isEvent).length, written.filter(isEvent)]).toEqual([1, 1, []])
      await next.settle(second, all(1, delivered))
      expect(idsIn([...first.events, ...second.events, ...(await deliverAll(next))]).sort()).toEqual(
        idsIn(events),
      )
    })

    test('takes all that was cut from one record to be tried as often as that', async () => {
      const limits = { events: 100, bytes: 1_000_000, burstMs: 1_000, resent: 1 }
      const store = create()
      const tabs = createTabs({ store, destination: createFakeDestination({ limits }) })
      const tab = tabs.open()
      const events = eventsOf(4)
      await tab.push(events)
      await tab.settle(sending(await tab.begin()), all(4, { type: 'retry', reason: 'unanswered' }))
      tabs.pass(HOUR_MS)
      tabs.pass(HOUR_MS)
      sending(await tab.begin())
      const { tries } = JSON.parse((await store((t) => t.get('fake:shop/s'))) ?? '')
      expect(tries).toEqual(Object.fromEntries(idsIn(events).map((id) => [id, 1])))
    })

    test('leaves in doubt what was never answered, and what the vendor names: they come again as repeats', async () => {
      for (const reason of ['unanswered', 'alone'] as const) {
        const tabs = createTabs({ store: create() })
        const tab = tabs.open()
        const events = eventsOf(3)
        await tab.push(events)
        const together: Outcome = { type: 'retry', reason: 'together' }
        await tab.settle(sending(await tab.begin()), [together, { type: 'retry', reason }, together])
        tabs.pass(MINUTE_MS)
        const again = sending(await tab.begin())
        expect([again.isResend, idsIn(again.events)]).toEqual([true, idsIn(events.slice(1, 2))])
        await tab.settle(again, [delivered])
        const others = sending(await tab.begin())
        expect([others.isResend, others.events[0]?.id]).toEqual([false, events[0]?.id])
      }
    })

    test('keeps in doubt what a resend was answered with no, for the vendor may have it since before', async () => {
      const tabs = createTabs({ store: create() })
      const tab = tabs.open()
      await tab.push(eventsOf(1))
      await tab.settle(sending(await tab.begin()), [{ type: 'retry', reason: 'unanswered' }])
      tabs.pass(MINUTE_MS)
      await tab.settle(sending(await tab.begin()), [{ type: 'retry', reason: 'busy' }])
      tabs.pass(MINUTE_MS)
      expect(sending(await tab.begin()).isResend).toBe(true)
    })

    test('keeps in doubt what one sent who was taken for dead, whatever it was answered', async () => {
      const tabs = createTabs({ store: create() })
      const [slow, other] = [tabs.open(), tabs.open()]
      await slow.push(eventsOf(1))
      const attempt = sending(await slow.beginUnlocked())
      tabs.pass(MINUTE_MS)
      const newer = sending(await other.beginUnlocked())
      await slow.settle(attempt, [{ type: 'retry', reason: 'busy' }])
      tabs.pass(MINUTE_MS)
      expect(sending(await other.begin()).isResend).toBe(true)
      await other.settle(newer, [delivered])
      expect(await other.census()).toMatchObject({ queued: 0, counts: { delivered: 1 } })
    })
  })
}
