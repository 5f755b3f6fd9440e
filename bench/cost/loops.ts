import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchPage } from '../delivery/stage.ts'
import type { CostSite } from './cost-page.ts'

/** The cost of one call, in microseconds. */
export interface LoopCost {
  readonly calls: number
  readonly us: number
}

export const LOOPS = [100, 1_000, 20_000] as const
const SINGLES = 30
/** The longest loop; a longer one is cut off, and its calls still have a price. */
const MAX_LOOP_MS = 15_000

/** Measures single calls, each in a task of its own, with time in between for the work that they leave. */
export const measureSingles = (site: CostSite): Promise<number> =>
  site.visit('/', async ({ page }) => {
    const times = await page.evaluate((options) => (window as unknown as BenchPage).bench.singles(options), {
      from: 1,
      count: SINGLES,
      pauseMs: 40,
    })
    return (times.reduce((sum, ms) => sum + ms, 0) / times.length) * 1_000
  })

/** Measures one loop on the page of a new visitor. */
export const measureLoop = (site: CostSite, count: number): Promise<LoopCost> =>
  site.visit('/', async ({ page }) => {
    const { calls, ms } = await page.evaluate(
      (options) => (window as unknown as BenchPage).bench.loop(options),
      {
        from: 1,
        count,
        maxMs: MAX_LOOP_MS,
      },
    )
    return { calls, us: (ms / calls) * 1_000 }
  })

const AFTERWARDS_MS = 5_000

/**
 * Measures the longest task of the page in the seconds after a loop of 1,000 calls: the loop's own task is priced
 * above.
 */
export const measureLongestTask = (site: CostSite): Promise<number> =>
  site.visit('/', async ({ page }) => {
    const endMs = await page.evaluate(() => {
      const { bench } = window as unknown as BenchPage
      bench.loop({ from: 1, count: 1_000, maxMs: 15_000 })
      return performance.now()
    })
    await sleep(AFTERWARDS_MS)
    const tasks = await page.evaluate(() => (window as unknown as BenchPage).bench.longTasks)
    return Math.max(0, ...tasks.filter(({ startMs }) => startMs >= endMs - 1).map(({ ms }) => ms))
  })
