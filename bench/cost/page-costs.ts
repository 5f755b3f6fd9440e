import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchPage } from '../delivery/stage.ts'
import type { CostSite } from './cost-page.ts'

/** Measures the milliseconds to compile and run the script, its start included, on a page that never saw it. */
export const measureEvaluation = (site: CostSite): Promise<number> =>
  site.visit('/blank', ({ page }) =>
    page.evaluate((text) => {
      const script = document.createElement('script')
      script.textContent = text
      const start = performance.now()
      document.head.append(script)
      return performance.now() - start
    }, site.script),
  )

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

/** Counts callbacks of timers and frames in an idle minute, five seconds after the last event was tracked. */
export const measureWakeUps = (site: CostSite, idleMs: number): Promise<number> =>
  site.visit('/counted', async ({ page }) => {
    const count = () => page.evaluate(() => (window as unknown as { wakeUps: number }).wakeUps)
    await page.evaluate(() =>
      (window as unknown as BenchPage).bench.loop({ from: 1, count: 3, maxMs: 1_000 }),
    )
    await sleep(5_000)
    const before = await count()
    await sleep(idleMs)
    return (((await count()) - before) / idleMs) * 60_000
  })
