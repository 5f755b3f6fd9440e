import { createTracker, type Destination } from '../../src/index.ts'
import type { Task } from './bench-window.ts'
import { EVENT_NAME, shopEvent } from './shop-event.ts'
import { fillWithSingleRecords } from './single-records.ts'

/** The functions that the benchmark of growth calls in its page. */
export interface Growth {
  /** Tracks in tasks of a thousand; resolves with the milliseconds until all events are durable. */
  enqueue(from: number, count: number): Promise<number>
  /** Puts so many events there, each in a record of its own. */
  fill(count: number): Promise<void>
  /** Says that the network is back. */
  goOnline(): void
  /** Sends ready bodies of a thousand events, one after the other; resolves with the milliseconds. */
  bareLoop(requests: number): Promise<number>
  /** Resolves when one more event is durable. */
  trackOne(): Promise<void>
  /** How many events wait, as `status()` counts them. */
  waiting(): Promise<number>
  /** The tasks over 50 ms since it was asked last, of which the first are those of the start. */
  longTasks(): readonly Task[]
}

export type GrowthPage = Window & { readonly growth: Growth }

const PER_REQUEST = 1_000
const TASK = 1_000

const urlFor = (collector: string, events: number): string => `${collector}/beacon?n=${events}`
const HEADERS = { 'content-type': 'application/json' }

/** Makes a vendor without a limit on its rate, which recognises repeats and takes events of several people. */
const limitless = (collector: string): Destination => ({
  account: 'bench',
  name: 'limitless',
  limits: { events: PER_REQUEST, bytes: 5_000_000, burstMs: 1_000 },
  mixes: true,
  encode: (events) => ({
    url: urlFor(collector, events.length),
    headers: HEADERS,
    body: JSON.stringify(events),
    events,
    costMs: 0,
  }),
  interpret: (events, { status }) =>
    events.map(() => (status === 200 ? { type: 'delivered' } : { type: 'retry', reason: 'busy' })),
})

/**
 * Starts sendoff for a page that is offline, except for the bare loop, and puts the benchmark's functions into it as
 * `window.growth`.
 */
export const exposeGrowth = (collector: string): void => {
  let isOnline = false
  const reach = window.fetch.bind(window)
  Object.defineProperty(navigator, 'onLine', { get: () => isOnline })
  // fetch fails while the page is offline: a browser's `onLine` may be wrong, so sendoff tries now and then.
  window.fetch = (...request) => (isOnline ? reach(...request) : Promise.reject(new TypeError('offline')))
  const track = createTracker({ destinations: [limitless(collector)], maxEvents: 10_000_000 })
  let tasks: Task[] = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startMs: startTime, ms: duration })
  }).observe({ type: 'longtask', buffered: true })
  const growth: Growth = {
    async enqueue(from, count) {
      const start = performance.now()
      for (let done = 0; done < count; done += TASK) {
        let stored: Promise<void> | undefined
        const size = Math.min(TASK, count - done)
        for (let index = 0; index < size; index++)
          stored = track(EVENT_NAME, shopEvent(from + done + index)).stored
        await stored
      }
      return performance.now() - start
    },
    async fill(count) {
      await track(EVENT_NAME, shopEvent(0)).stored
      await fillWithSingleRecords(count - 1)
    },
    async waiting() {
      const { queues } = await track.status()
      return queues[0]?.queued ?? Number.NaN
    },
    longTasks() {
      const found = tasks
      tasks = []
      return found
    },
    goOnline() {
      tasks = []
      isOnline = true
      dispatchEvent(new Event('online'))
    },
    async bareLoop(requests) {
      const events = Array.from({ length: PER_REQUEST }, (_, index) => ({
        id: crypto.randomUUID(),
        type: 'track',
        name: EVENT_NAME,
        time: Date.now(),
        properties: shopEvent(index),
        identity: { anonymousId: crypto.randomUUID() },
      }))
      const body = JSON.stringify(events)
      const start = performance.now()
      for (let sent = 0; sent < requests; sent++) {
        const response = await reach(urlFor(collector, PER_REQUEST), {
          method: 'POST',
          headers: HEADERS,
          body,
        })
        await response.text()
      }
      return performance.now() - start
    },
    trackOne: () => track(EVENT_NAME, shopEvent(0)).stored,
  }
  Object.assign(window, { growth })
}
