import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchPage } from '../delivery/stage.ts'
import { mainThreadTime } from '../main-thread-time.ts'
import { inject } from '../trackers/inject.ts'
import type { CostSite } from './cost-page.ts'

/** Milliseconds to compile and run the script on a page that never saw it. */
export const measureEvaluation = (site: CostSite): Promise<number> =>
  site.visit('/blank', ({ page }) => inject(page, site.script))

const BYTES_EVENTS = 100
const BYTES_WAIT_MS = 6_000

/**
 * Measures the bytes that the browser sends for an event, heads and preflights included, when 100 are tracked over five
 * seconds.
 */
export const measureBytes = (
  site: CostSite,
): Promise<{ readonly bytes: number; readonly requests: number }> =>
  site.visit('/', async ({ page, collector }) => {
    await sleep(1_000)
    const before = { bytes: collector.bytes(), requests: collector.requests() }
    await page.evaluate((options) => (window as unknown as BenchPage).bench.singles(options), {
      from: 1,
      count: BYTES_EVENTS,
      pauseMs: 50,
    })
    await sleep(BYTES_WAIT_MS / 2)
    // The control sends nothing before its page is left.
    await page.goto('about:blank')
    await sleep(BYTES_WAIT_MS / 2)
    return {
      bytes: (collector.bytes() - before.bytes) / BYTES_EVENTS,
      requests: (collector.requests() - before.requests) / BYTES_EVENTS,
    }
  })

const HEAP_EVENTS = 100_000
const HEAP_TASK = 500
const HEAP_SETTLE_MS = 5_000

export interface HeapCost {
  /** Number of events: fewer than 100,000 where the tracker took more than its time. */
  readonly events: number
  readonly bytes: number
}

/** Measures how much more is alive after the events than before, while the collector answers. */
export const measureHeap = (site: CostSite, maxMs: number): Promise<HeapCost> =>
  site.visit('/', async ({ page, aliveBytes }) => {
    await sleep(1_000)
    const before = await aliveBytes()
    const { calls } = await page.evaluate(
      (options) => (window as unknown as BenchPage).bench.tasks(options),
      {
        from: 1,
        count: HEAP_EVENTS,
        size: HEAP_TASK,
        maxMs,
      },
    )
    await sleep(HEAP_SETTLE_MS)
    return { events: calls, bytes: (await aliveBytes()) - before }
  })

/** Of an idle minute. */
export interface IdleCost {
  /** Callbacks of timers and frames. */
  readonly wakeUps: number
  /** Of the main thread. */
  readonly taskMs: number
}

/** What an idle minute costs, five seconds after the last event was tracked. */
export const measureIdle = (site: CostSite, idleMs: number): Promise<IdleCost> =>
  site.visit('/counted', async ({ page, session }) => {
    const taskTime = await mainThreadTime(session)
    const count = () => page.evaluate(() => (window as unknown as { wakeUps: number }).wakeUps)
    await page.evaluate(() =>
      (window as unknown as BenchPage).bench.loop({ from: 1, count: 3, maxMs: 1_000 }),
    )
    await sleep(5_000)
    const before = { wakeUps: await count(), taskMs: await taskTime() }
    await sleep(idleMs)
    const after = { taskMs: await taskTime(), wakeUps: await count() }
    const perMinute = 60_000 / idleMs
    return {
      wakeUps: (after.wakeUps - before.wakeUps) * perMinute,
      taskMs: (after.taskMs - before.taskMs) * perMinute,
    }
  })
