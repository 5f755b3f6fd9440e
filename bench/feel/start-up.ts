import { setTimeout as sleep } from 'node:timers/promises'
import type { CostSite } from '../cost/cost-page.ts'
import type { BenchPage } from '../delivery/stage.ts'
import { mainThreadTime } from '../main-thread-time.ts'
import { inject } from '../trackers/inject.ts'

export interface StartUp {
  /** To compile and run the script: one task. */
  readonly runMs: number
  /** Of the main thread until the tracker says that it has started, and a moment more. */
  readonly taskMs: number
}

const SETTLE_MS = 300

/** The start of a tracker on a page that never saw it, on a processor that many times slower. */
export const measureStartUp = (site: CostSite, rate: number): Promise<StartUp> =>
  site.visit('/blank', async ({ page, session }) => {
    const taskTime = await mainThreadTime(session)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    const before = await taskTime()
    const runMs = await inject(page, site.script)
    await page.evaluate(() => (window as unknown as BenchPage).bench.ready.then(() => undefined))
    await sleep(SETTLE_MS)
    return { runMs, taskMs: (await taskTime()) - before }
  })
