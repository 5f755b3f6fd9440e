import { beforeEach, expect, test } from 'vitest'
import { eventsOf } from '../../test/events.ts'
import { giveIndexedDb } from '../../test/fake-indexed-db.ts'
import { stateFrom } from '../queue/shared-state.ts'
import { openIndexedDb } from '../store/indexed-db.ts'
import { takeSnapshot } from './snapshot.ts'

const NOW = 1_800_000_000_000
const events = eventsOf(5)
const idOf = (index: number) => `${events[index]?.id}`

beforeEach(giveIndexedDb)

const put = (records: Readonly<Record<string, unknown>>): Promise<void> =>
  openIndexedDb()((t) => {
    for (const [key, value] of Object.entries(records)) t.put(key, JSON.stringify(value))
  })

test('makes no database where there is none', async () => {
  expect(await takeSnapshot(NOW)).toEqual([])
  expect(await indexedDB.databases()).toEqual([])
})

test('the tracker can open its database after a look that found none', async () => {
  await takeSnapshot(NOW)
  await put({ [`klaviyo:AbC123/e/new/${idOf(0)}/1`]: [events[0]] })
  expect(await takeSnapshot(NOW)).toMatchObject([{ destination: 'klaviyo AbC123', queued: { waiting: 1 } }])
})

test('tells what waits, is in flight, is handed off and goes again', async () => {
  const sending = [`klaviyo:AbC123/e/new/${idOf(1)}/2`]
  await put({
    'klaviyo:AbC123/s': { ...stateFrom(undefined, NOW), sending, lease: NOW + 1_000, until: NOW + 1_000 },
    [`klaviyo:AbC123/e/again/${idOf(0)}/1`]: [events[0]],
    [`klaviyo:AbC123/e/new/${idOf(1)}/2`]: events.slice(1, 3),
    [`klaviyo:AbC123/e/new/${idOf(3)}/2`]: events.slice(3),
  })
  const [now] = await takeSnapshot(NOW)
  expect(now?.queued).toEqual({ waiting: 2, 'in flight': 2, 'handed off': 1, unanswered: 0 })
  expect(now?.events.map(({ event }) => event.id)).toEqual(events.map(({ id }) => id))

  // No tab sends any more, and the answer to the hand-off has not come.
  const [later] = await takeSnapshot(NOW + 2_000)
  expect(later?.queued).toEqual({ waiting: 2, 'in flight': 0, 'handed off': 0, unanswered: 3 })

  // The clock has been set back since.
  const [back] = await takeSnapshot(NOW - 3_600_000)
  expect(back?.queued).toEqual({ waiting: 2, 'in flight': 0, 'handed off': 0, unanswered: 3 })
})

test('reads the newest of a long queue, counts all of it, and says from where on it is complete', async () => {
  const many = eventsOf(200)
  await put(Object.fromEntries(many.map((event) => [`klaviyo:AbC123/e/new/${event.id}/1`, [event]])))
  const [queue] = await takeSnapshot(NOW)
  expect(queue?.queued.waiting).toBe(200)
  expect(queue?.events.at(-1)?.event.id).toBe(many.at(-1)?.id)
  expect(queue?.completeFrom).toBe(queue?.events[0]?.event.id)
})

test('tells dead letters with the vendor’s words, destination by destination', async () => {
  await put({
    [`klaviyo:AbC123/d/${idOf(0)}`]: { event: events[0], type: 'dropped', reason: 'refused', detail: 'No.' },
    [`yotpo:%2Fsendoff/e/new/${idOf(1)}/1`]: [events[1]],
  })
  expect(await takeSnapshot(NOW)).toMatchObject([
    { destination: 'klaviyo AbC123', letters: 1, newestLetters: [{ reason: 'refused', detail: 'No.' }] },
    { destination: 'yotpo /sendoff', letters: 0, queued: { waiting: 1 } },
  ])
})

test('passes over records that are not the tracker’s', async () => {
  await put({
    [`klaviyo:AbC123/e/new/${idOf(0)}/1`]: 'broken',
    'klaviyo:AbC123/s': 7,
    [`klaviyo:AbC123/d/${idOf(1)}`]: null,
  })
  expect(await takeSnapshot(NOW)).toMatchObject([{ events: [], newestLetters: [] }])
})
