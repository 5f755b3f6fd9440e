import { expect, test, vi } from 'vitest'
import { eventsOf, idsOf, NOON } from '../../test/events.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import { createFakeLock } from '../../test/fakes/lock.ts'
import { newOf } from '../core/record-key.ts'
import { createMemoryStore } from '../store/store.ts'
import { startWorker } from './start-worker.ts'
import type { LastingEvent, WorkerScope } from './worker-scope.ts'

const QUEUE = 'fake:shop'

/** A worker without pages, with three events in a database that refuses so many transactions after the first request. */
const startAlone = async (refusals: number) => {
  const memory = createMemoryStore()
  const events = eventsOf(3)
  await memory((t) => t.put(`${newOf(QUEUE)}${events[0]?.id}/3`, JSON.stringify(events)))
  let requests = 0
  let left = refusals
  let transactions = 0
  const listeners = new Map<string, (event: unknown) => void>()
  const scope: WorkerScope = {
    clients: { matchAll: async () => [] },
    registration: {},
    addEventListener: (type: string, listener: unknown) => {
      listeners.set(type, listener as (event: unknown) => void)
    },
  }
  const browser = {
    now: () => NOON,
    random: () => 0.5,
    newId: idsOf(2),
    setTimer: (run: () => void, ms: number) => void setTimeout(run, ms / 1_000),
    openStore: () => (work: Parameters<typeof memory>[0]) => {
      transactions++
      return requests && left-- > 0 ? Promise.reject(new DOMException('', 'UnknownError')) : memory(work)
    },
    lockFor: () => createFakeLock(() => NOON),
    async send() {
      requests++
      return { status: 202, body: '' }
    },
    isOnline: () => true,
    listen: () => undefined,
  }
  const destination = createFakeDestination()
  startWorker(scope, browser as never, [
    { queue: QUEUE, destination, config: { maxAgeDays: 7, maxEvents: 1_000 } },
  ])
  return {
    requests: () => requests,
    transactions: () => transactions,
    /** A page says that everything is erased. */
    stop: () => listeners.get('message')?.({ data: ['sendoff', QUEUE, 'stop'], ports: [] }),
    left: () => memory((t) => t.keys(`${QUEUE}/e/`)),
    /** The browser calls; resolves with whether it need not call again. */
    sync: (): Promise<boolean> =>
      new Promise((resolve) => {
        const event: Pick<LastingEvent, 'waitUntil'> & { readonly tag: string } = {
          tag: `sendoff ${QUEUE}`,
          waitUntil: (work) =>
            work.then(
              () => resolve(true),
              () => resolve(false),
            ),
        }
        listeners.get('sync')?.(event)
      }),
  }
}

test('an answer that only the worker knows is written down as soon as the database takes it', async () => {
  const { sync, requests, left } = await startAlone(7)
  expect(await sync()).toBe(true)
  expect([requests(), await left()]).toEqual([1, []])
})

test('while the database takes nothing, the browser is asked to call again', async () => {
  const { sync, requests, left } = await startAlone(Infinity)
  expect(await sync()).toBe(false)
  expect([requests(), (await left()).length]).toEqual([1, 1])
})

test('after an erasure the database is opened no more, though it has failed before', async () => {
  const { sync, requests, transactions, stop } = await startAlone(Infinity)
  const done = sync()
  await vi.waitFor(() => expect(requests()).toBe(1))
  // The worker has tried again, and waits for its next try.
  await vi.waitFor(() => expect(transactions()).toBeGreaterThan(6))
  stop()
  const before = transactions()
  expect(await done).toBe(true)
  expect(transactions() - before).toBeLessThanOrEqual(3)
})
