import type { Started } from '../trackers/start.ts'
import { type Clicked, watchClicks } from './clicks.ts'
import { EVENT_NAME, shopEvent } from './shop-event.ts'

export interface LoopResult {
  /** Number of calls: fewer than asked for when the time was over before. */
  readonly calls: number
  readonly ms: number
}

export interface Task {
  readonly startMs: number
  readonly ms: number
}

/** The functions that the benchmark calls in the page that it measures. */
export interface Bench {
  readonly ready: Promise<unknown>
  /** Tracks events in one task, for at most `maxMs`; the events are made before the clock starts. */
  loop(options: { from: number; count: number; maxMs: number }): LoopResult
  /** Resolves when the last event is durable, where the tracker tells it. */
  stored(): Promise<unknown>
  /** Tracks events in tasks of `size`, for at most `maxMs`. */
  tasks(options: { from: number; count: number; size: number; maxMs: number }): Promise<LoopResult>
  /** Resolves with the milliseconds of single calls, each in a task of its own. */
  singles(options: { from: number; count: number; pauseMs: number }): Promise<readonly number[]>
  /** The tasks over 50 ms since the page was opened. */
  readonly longTasks: readonly Task[]
  /** Puts a button over the page that tracks so many events when it is clicked. */
  offerClick(count: number): void
  /** What the clicks have cost so far. */
  clicked(): Clicked
}

const CLOCK_EVERY = 20

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Puts the benchmark's functions into the page as `window.bench`. */
export const expose = ({ track, ready, finish }: Started): void => {
  const longTasks: Task[] = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      longTasks.push({ startMs: startTime, ms: duration })
  }).observe({ type: 'longtask' })

  let last: unknown
  let clicked: () => Clicked = () => ({ handlerMs: [], durationsMs: [] })

  const loop: Bench['loop'] = ({ from, count, maxMs }) => {
    const events = Array.from({ length: count }, (_, index) => shopEvent(from + index))
    const start = performance.now()
    let calls = 0
    for (const event of events) {
      last = track(EVENT_NAME, event)
      calls += 1
      if (calls % CLOCK_EVERY === 0 && performance.now() - start > maxMs) break
    }
    finish?.()
    return { calls, ms: performance.now() - start }
  }

  const bench: Bench = {
    ready,
    loop,
    stored: async () => (last as { readonly stored?: Promise<unknown> } | undefined)?.stored,
    async tasks({ from, count, size, maxMs }) {
      const start = performance.now()
      let calls = 0
      let ms = 0
      while (calls < count && performance.now() - start < maxMs) {
        const done = loop({ from: from + calls, count: Math.min(size, count - calls), maxMs })
        calls += done.calls
        ms += done.ms
        await pause(0)
      }
      return { calls, ms }
    },
    async singles({ from, count, pauseMs }) {
      const times: number[] = []
      for (let index = 0; index < count; index++) {
        times.push(loop({ from: from + index, count: 1, maxMs: Infinity }).ms)
        await pause(pauseMs)
      }
      return times
    },
    longTasks,
    offerClick(count) {
      clicked = watchClicks((click) => loop({ from: 1 + click * count, count, maxMs: Infinity }).ms)
    },
    clicked: () => clicked(),
  }
  Object.assign(window, { bench })
}
