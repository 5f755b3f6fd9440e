import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/storage/store.ts'
import { eventsOf, idsIn, idsOf, NOON } from '../events.ts'
import { createTabs, deliverAll } from '../fakes/tabs.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS

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
  })
}
