import { describe, expect, test } from 'vitest'
import { queueOf } from '../../src/core/record-key.ts'
import { createDeadLetters } from '../../src/queue/dead-letters.ts'
import type { Store } from '../../src/store/store.ts'
import { eventsOf, idsIn, idsOf } from '../events.ts'
import { createFakeArea } from '../fakes/area.ts'
import { createFakeDestination } from '../fakes/destination.ts'
import { createTabs, deliverAll, sending } from '../fakes/tabs.ts'

const shopOf = (account: string) => createFakeDestination({ account })

/** What the queues of several accounts have to do with each other: nothing. */
export const testAccountQueue = (name: string, create: () => Store): void => {
  describe(`the queues of two accounts over ${name}`, () => {
    const openBoth = () => {
      const store = create()
      const area = createFakeArea()
      const german = createTabs({ store, area, destination: shopOf('AAAAAA') })
      const english = createTabs({ store, area, destination: shopOf('BBBBBB') })
      return { store, area, german, english }
    }

    test('never give one what was tracked for the other', async () => {
      const { german, english } = openBoth()
      const newId = idsOf(1)
      const [events, others] = [eventsOf(3, { newId }), eventsOf(2, { newId })]
      await german.open().push(events)
      await english.open().push(others)
      expect(idsIn(await deliverAll(english.open()))).toEqual(idsIn(others))
      expect(idsIn(await deliverAll(german.open()))).toEqual(idsIn(events))
    })

    test('do not wait for each other, and have counts and pauses of their own', async () => {
      const { german, english } = openBoth()
      const newId = idsOf(1)
      const [one, other] = [german.open(), english.open()]
      await one.push(eventsOf(1, { newId }))
      await other.push(eventsOf(1, { newId }))
      const attempt = sending(await one.beginUnlocked())
      sending(await other.beginUnlocked())
      await one.settle(attempt, [{ type: 'retry', reason: 'paused', detail: 'wrong key' }])
      expect(await one.census()).toMatchObject({ paused: 'wrong key' })
      expect(await other.census()).toMatchObject({ paused: '', queued: 1 })
    })

    test('take in the notes of their own pages only', async () => {
      const { german, english } = openBoth()
      const tab = german.open()
      const chunks = new Set(tab.cut(eventsOf(2)))
      tab.handOff(chunks, 0)
      expect(await deliverAll(english.open())).toEqual([])
      expect(await deliverAll(german.open())).toHaveLength(2)
    })

    test('keep dead letters apart, which say whose they are', async () => {
      const { german, english, store } = openBoth()
      const tab = german.open()
      await tab.push(eventsOf(1))
      await tab.settle(sending(await tab.begin()), [{ type: 'dropped', reason: 'refused' }])
      const { list, retry } = createDeadLetters(store)
      expect(await list()).toMatchObject([{ destination: 'fake', account: 'AAAAAA' }])
      await retry()
      expect(await deliverAll(english.open())).toEqual([])
      expect(await deliverAll(german.open())).toHaveLength(1)
    })
  })

  describe(`what version 0.1 has left over ${name}`, () => {
    test('is taken over once, by the account that starts first', async () => {
      const store = create()
      const area = createFakeArea()
      const newId = idsOf(1)
      const [stored, sent, noted, refused] = [1, 2, 3, 4].map(() => eventsOf(1, { newId })[0])
      const json = (event: unknown) => JSON.stringify([event])
      const keyOf = (event?: { id: string }) => `fake/e/new/${event?.id}/1`
      await store((t) => {
        t.put(keyOf(stored), json(stored))
        t.put(keyOf(sent), json(sent))
        t.put(`fake/d/${refused?.id}`, JSON.stringify({ event: refused, reason: 'refused' }))
        t.put('fake/s', JSON.stringify({ sending: [keyOf(sent)], counts: { delivered: 3 } }))
      })
      area.set(
        `sendoff/fake/${newId()}`,
        JSON.stringify({ chunks: { [keyOf(noted)]: json(noted) }, keys: [] }),
      )
      const first = createTabs({ store, area, destination: shopOf('AAAAAA') }).open()
      const attempt = sending(await first.begin())
      expect([attempt.isResend, idsIn(attempt.events)]).toEqual([true, [sent?.id]])
      const other = createTabs({ store, area, destination: shopOf('BBBBBB') }).open()
      expect(await deliverAll(other)).toEqual([])
      await first.settle(attempt, [{ type: 'delivered' }])
      expect(idsIn(await deliverAll(first))).toEqual([stored?.id, noted?.id])
      expect(await createDeadLetters(store).list()).toMatchObject([
        { account: 'AAAAAA', event: { id: refused?.id } },
      ])
      const left = await store((t) => t.keys(''))
      expect(left.filter((key) => !/^fake:(AAAAAA|BBBBBB)\//.test(key))).toEqual([])
      expect([...area.keys()].filter((place) => place.startsWith('sendoff/fake/'))).toEqual([])
    })

    test('is left alone where the name only begins alike', async () => {
      const store = create()
      await store((t) => t.put('fakes/e/new/0190/1', '[]'))
      await createTabs({ store }).open().begin()
      expect(await store((t) => t.keys('fakes'))).toEqual(['fakes/e/new/0190/1'])
    })
  })

  test('a queue is under its namespace, too', () => {
    expect(queueOf(shopOf('a'), 'x')).not.toBe(queueOf(shopOf('a'), ''))
  })
}
