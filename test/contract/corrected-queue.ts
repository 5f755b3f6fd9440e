import { describe, expect, test } from 'vitest'
import { queueOf } from '../../src/core/record-key.ts'
import type { Store } from '../../src/store/store.ts'
import { eventsOf, idsIn, idsOf, NOON } from '../events.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending } from '../fakes/tabs.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS
const HAND_OFF_BYTES = 60_000
const QUEUE = queueOf(createFakeDestination(), '')

/** What the age of events is worth where the device's clock was wrong. */
export const testCorrectedQueue = (name: string, create: () => Store): void => {
  describe(`the queue over ${name}, when the clock is corrected`, () => {
    const setUp = (store = create()) => {
      const tabs = createTabs({ store })
      return { tabs, tab: tabs.open(), newId: idsOf(1, tabs.now) }
    }

    test.each([
      ['from 1970 to now', DAY_MS - NOON, NOON - DAY_MS],
      ['to two years ahead', 0, 2 * YEAR_MS],
      ['from two years ahead to now', 2 * YEAR_MS, -2 * YEAR_MS],
    ])('%s: drops nothing of what was tracked before', async (_, before, correction) => {
      const { tabs, tab, newId } = setUp()
      tabs.pass(before)
      await tab.begin()
      const events = eventsOf(3, { newId })
      await tab.push(events)
      tabs.pass(correction)
      await tab.begin()
      tabs.pass(6.9 * DAY_MS)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
      expect(tabs.losses).toEqual([])
    })

    test('drops what has waited too long since', async () => {
      const { tabs, tab, newId } = setUp()
      tabs.pass(DAY_MS - NOON)
      await tab.begin()
      await tab.push(eventsOf(3, { newId }))
      tabs.pass(NOON)
      await tab.begin()
      tabs.pass(7.1 * DAY_MS)
      expect(await deliverAll(tab)).toEqual([])
      expect(tabs.losses).toEqual([['expired', 3]])
    })

    test('in the middle of a transaction: drops nothing either', async () => {
      const store = create()
      let corrections = 0
      const { tabs, tab, newId } = setUp((work) =>
        store((t) =>
          work({
            ...t,
            async keys(prefix, limit) {
              const keys = await t.keys(prefix, limit)
              if (corrections-- > 0) tabs.pass(NOON)
              return keys
            },
          }),
        ),
      )
      tabs.pass(DAY_MS - NOON)
      await tab.begin()
      const events = eventsOf(3, { newId })
      await tab.push(events)
      corrections = 1
      await tab.begin()
      tabs.pass(DAY_MS)
      expect(idsIn(await deliverAll(tab))).toEqual(idsIn(events))
    })

    describe('hands off what is tracked after that', () => {
      /** What a page takes along that tracks something and is left at once. */
      const leaveWith = (tabs: ReturnType<typeof createTabs>, of = idsOf(2, tabs.now)) => {
        const tab = tabs.open()
        const events = eventsOf(1, { newId: of })
        const handedOff = tab.handOff(new Set(tab.cut(events)), HAND_OFF_BYTES)
        return { events, handedOff: handedOff && idsIn(handedOff.events) }
      }

      test('where the highest record that was taken is of the days to come', async () => {
        const { tabs, tab, newId } = setUp()
        tabs.pass(2 * YEAR_MS)
        await tab.push(eventsOf(3, { newId }))
        const begun = sending(await tab.begin())
        const ahead = idsOf(3, tabs.now)
        ahead()
        tabs.pass(-2 * YEAR_MS)
        // What others have of these days may be on its way: nobody knows.
        expect(leaveWith(tabs, ahead).handedOff).toBeUndefined()
        await tab.settle(
          begun,
          begun.events.map(() => ({ type: 'delivered' })),
        )
        tabs.pass(1_000)
        const { events, handedOff } = leaveWith(tabs)
        expect(handedOff).toEqual(idsIn(events))
      })

      test.each(['', '-grant'])('where anybody has written such a record, in sendoff%s/', (kind) => {
        const { tabs } = setUp()
        for (const forged of [`${QUEUE}/e/new/ffffffff-ffff-7000-8000-000000000000/1`, '~']) {
          tabs.area.set(`sendoff${kind}/${QUEUE}`, forged)
          // What was tracked until now may have been taken.
          expect(leaveWith(tabs).handedOff).toBeUndefined()
          tabs.pass(1)
          const { events, handedOff } = leaveWith(tabs)
          expect(handedOff).toEqual(idsIn(events))
          tabs.pass(1)
        }
      })
    })
  })
}
