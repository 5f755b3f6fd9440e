import { expect, test, vi } from 'vitest'
import { eventsOf, idsIn, idsOf, NOON } from '../../test/events.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import { createFakeLock } from '../../test/fakes/lock.ts'
import { newOf } from '../core/record-key.ts'
import { createMemoryStore } from '../store/store.ts'
import { createDelivery, type DeliveryOptions } from './delivery.ts'
import type { NoteText, WorkerNews } from './worker-messages.ts'

const QUEUE = 'fake:shop'

/** A worker whose database holds these events, and may refuse everything from one moment on. */
const createWorker = async (count: number, onSend: (refuse: () => void) => void = () => undefined) => {
  const memory = createMemoryStore()
  let requests = 0
  const events = eventsOf(count)
  const key = `${newOf(QUEUE)}${events[0]?.id}/${count}`
  await memory((t) => t.put(key, JSON.stringify(events)))
  let isRefusing = false
  const news: WorkerNews[] = []
  const answers: NoteText[] = []
  const ends: string[] = []
  const options: DeliveryOptions = {
    queue: QUEUE,
    destination: createFakeDestination(),
    config: { maxAgeDays: 7, maxEvents: 1_000 },
    browser: {
      now: () => NOON,
      random: () => 0.5,
      newId: idsOf(2),
      setTimer: (run) => setTimeout(run),
      openStore: () => (work) =>
        isRefusing ? Promise.reject(new DOMException('', 'UnknownError')) : memory(work),
      lockFor: () => createFakeLock(() => NOON),
      async send() {
        requests++
        onSend(() => {
          isRefusing = true
        })
        return { status: 202, body: '' }
      },
      isOnline: () => true,
      listen: () => undefined,
    },
    tellPages: (its) => news.push(its),
    answers: [],
    onEnd: (why) => ends.push(why),
    onAnswer: (answer) => answers.push(answer),
  }
  return {
    delivery: createDelivery(options),
    /** Starts another delivery in the same worker, when the database works again. */
    again() {
      isRefusing = false
      return createDelivery({ ...options, answers })
    },
    requests: () => requests,
    memory,
    events,
    key,
    news,
    answers,
    ends,
  }
}

test('where no page is open, everything is delivered, and removed', async () => {
  const { delivery, memory, answers, ends } = await createWorker(3)
  void delivery.drain()
  await vi.waitFor(async () => expect(await memory((t) => t.keys(`${QUEUE}/e/`))).toEqual([]))
  expect([answers, ends]).toEqual([[], []])
})

test('an answer that its database refuses is told, for a page to write down', async () => {
  const { delivery, memory, events, key, answers, ends } = await createWorker(3, (refuse) => refuse())
  void delivery.drain()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  expect(ends).toEqual(['broken'])
  const [place, text] = answers[0] as NoteText
  expect(place.startsWith(`sendoff/${QUEUE}/`)).toBe(true)
  const answer = JSON.parse(text)
  expect(idsIn(answer.events)).toEqual(idsIn(events))
  expect([answer.keys, answer.outcomes[0].type]).toEqual([[key], 'delivered'])
  // The record is still there, until a page settles it.
  expect(await memory((t) => t.keys(newOf(QUEUE)))).toEqual([key])
})

test('an answer that no page has settled is settled by the next delivery of the worker', async () => {
  const { delivery, again, requests, memory, answers } = await createWorker(3, (refuse) => refuse())
  void delivery.drain()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  void again().drain()
  await vi.waitFor(async () => expect(await memory((t) => t.keys(`${QUEUE}/e/`))).toEqual([]))
  expect(requests()).toBe(1)
})
