import { expect, test } from 'vitest'
import { eventsOf } from '../../test/events.ts'
import type { TrackedEvent } from '../core/event.ts'
import { createMemoryStore, type Store } from '../store/store.ts'
import { createDeadLetters } from './dead-letters.ts'

const [first, second, third] = eventsOf(3) as [TrackedEvent, TrackedEvent, TrackedEvent]

const written = async (records: Readonly<Record<string, string>>): Promise<Store> => {
  const store = createMemoryStore()
  await store((t) => {
    for (const [key, value] of Object.entries(records)) t.put(key, value)
  })
  return store
}

const letterOf = (event: TrackedEvent, detail?: string) =>
  JSON.stringify({ event, type: 'dropped', reason: 'refused', detail })

const storeWithLetters = () =>
  written({
    [`klaviyo:AbC123/d/${first.id}`]: letterOf(first, 'Invalid time.'),
    [`klaviyo:AbC123/d/${second.id}`]: letterOf(second),
    [`http:%2Fcollect/d/${third.id}`]: letterOf(third, 'No such metric.'),
    [`klaviyo:AbC123/e/new/${third.id}/1`]: JSON.stringify([third]),
    'klaviyo:AbC123/s': '{}',
  })

const keysOf = (store: Store) => store((t) => t.keys(''))

test('lists what vendors have refused, with their words', async () => {
  const { list } = createDeadLetters(await storeWithLetters())
  expect(await list()).toEqual([
    { destination: 'http', account: '/collect', event: third, reason: 'refused', detail: 'No such metric.' },
    { destination: 'klaviyo', account: 'AbC123', event: first, reason: 'refused', detail: 'Invalid time.' },
    { destination: 'klaviyo', account: 'AbC123', event: second, reason: 'refused', detail: undefined },
  ])
})

test('puts the chosen back into their queue, as events that the vendor has seen', async () => {
  const store = await storeWithLetters()
  const { list, retry } = createDeadLetters(store)
  expect(await retry([first.id])).toBe(1)
  expect((await list()).map(({ event }) => event.id)).toEqual([third.id, second.id])
  expect(JSON.parse((await store((t) => t.get(`klaviyo:AbC123/e/again/${first.id}/1`))) ?? '')).toEqual([
    first,
  ])
})

test('puts all back when none is chosen', async () => {
  const store = await storeWithLetters()
  expect(await createDeadLetters(store).retry()).toBe(3)
  expect((await keysOf(store)).filter((key) => key.includes('/d/'))).toEqual([])
  expect((await keysOf(store)).filter((key) => key.includes('/again/'))).toHaveLength(3)
})

test('forgets the chosen, and nothing else', async () => {
  const store = await storeWithLetters()
  expect(await createDeadLetters(store).clear([second.id, 'unknown'])).toBe(1)
  expect(await keysOf(store)).not.toContain(`klaviyo:AbC123/d/${second.id}`)
  expect(await keysOf(store)).toHaveLength(4)
})

test('leaves records alone that are none of its own', async () => {
  const store = await written({ 'klaviyo/d/x': 'not JSON', 'klaviyo/d/y': '{}', other: '1' })
  const { list, clear } = createDeadLetters(store)
  expect([await list(), await clear(), (await keysOf(store)).length]).toEqual([[], 0, 3])
})

test('puts back one whose event is none, for the queue to find out', async () => {
  const store = await written({ 'fake:shop/d/x': '{"event":{"id":{"toString":1}}}' })
  expect(await createDeadLetters(store).retry()).toBe(1)
  expect(await keysOf(store)).toEqual(['fake:shop/e/again/x/1'])
})
