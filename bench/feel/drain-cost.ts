import { setTimeout as sleep } from 'node:timers/promises'
import type { CostSite } from '../cost/cost-page.ts'
import type { BenchPage } from '../delivery/stage.ts'
import { mainThreadTime } from '../main-thread-time.ts'

/** What it costs an open page to deliver what was tracked in one loop. */
export interface DrainCost {
  /** Fewer than asked for where the loop took too long. */
  readonly tracked: number
  readonly delivered: number
  readonly loopMs: number
  /** Of the main thread after the loop, until all has arrived and a second more. */
  readonly taskMs: number
  /** From the end of the loop to the last arrival. */
  readonly drainMs: number
  /** Alive in the page when the tracker has started, and when all is delivered. */
  readonly startedBytes: number
  readonly deliveredBytes: number
}

export const DRAINED = 1_000
const MAX_LOOP_MS = 15_000
/** For the worker to be installed, and for what a tracker asks for by and by. */
const STARTED_MS = 1_500
const POLL_MS = 10
const MAX_MS = 22_000
/** Without a single arrival, after which none is waited for. */
const NONE_MS = 4_000
const SETTLED_MS = 1_000

/** @param from the label of the first event: no two drains of a site share one. */
export const measureDrainCost = (site: CostSite, from: number): Promise<DrainCost> =>
  site.visit('/', async ({ page, session, collector, aliveBytes }) => {
    const taskTime = await mainThreadTime(session)
    await sleep(STARTED_MS)
    const startedBytes = await aliveBytes()
    const { calls, ms } = await page.evaluate(
      (options) => (window as unknown as BenchPage).bench.loop(options),
      { from, count: DRAINED, maxMs: MAX_LOOP_MS },
    )
    const before = await taskTime()
    const labels = Array.from({ length: calls }, (_, index) => from + index)
    const count = (): number => labels.filter((label) => collector.arrivals.of(label)).length
    const start = performance.now()
    const passed = (): number => performance.now() - start
    let last = { delivered: 0, atMs: 0 }
    while (last.delivered < calls && passed() < MAX_MS && (last.delivered || passed() < NONE_MS)) {
      await sleep(POLL_MS)
      const delivered = count()
      if (delivered > last.delivered) last = { delivered, atMs: passed() }
    }
    await sleep(SETTLED_MS)
    return {
      tracked: calls,
      delivered: last.delivered,
      loopMs: ms,
      taskMs: (await taskTime()) - before,
      drainMs: last.delivered ? last.atMs : Number.NaN,
      startedBytes,
      deliveredBytes: await aliveBytes(),
    }
  })
