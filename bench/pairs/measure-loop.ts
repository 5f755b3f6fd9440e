import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { startSite } from '../../testing/http/site.ts'
import { median } from '../report/quantile.ts'
import { bundle } from '../trackers/bundle.ts'
import { pageOf } from '../trackers/page.ts'
import type { LoopsPage, LoopTimes } from './loop-window.ts'

export const CALLS = 20_000
/** What the loop may cost at best, in proportion to the control's. */
export const MAX_RATIO = 1.3
const WARM_UP = 2_000
const RUNS = 10
const PAUSE_MS = 300

/**
 * Returns a loop's time as if nothing else had run: for each thousand calls, the time of the run in which it was
 * shortest.
 */
const undisturbed = (runs: readonly LoopTimes[], of: keyof LoopTimes): number =>
  runs[0]?.[of].reduce((sum, _, index) => sum + Math.min(...runs.map((run) => run[of][index] ?? 0)), 0) ?? 0

/** What a loop costs, and the control's on the same page. */
export interface LoopCost {
  readonly trackMs: number
  readonly controlMs: number
}

/** In proportion to the control's shortest loop: at best, and in the middle. */
export const ratiosOf = (found: readonly LoopCost[], controls = found) => {
  const controlMs = Math.min(...controls.map((pair) => pair.controlMs))
  const trackMs = found.map((pair) => pair.trackMs)
  return {
    best: Math.min(...trackMs) / controlMs,
    middle: median(trackMs) / controlMs,
    bestUs: (1_000 * Math.min(...trackMs)) / CALLS,
  }
}

/**
 * Measures what a loop of `track()` costs in proportion to the control's, on the page of a new visitor.
 * @param source the folder that sendoff's sources are taken from, where it is an earlier one.
 */
export const measureLoop = async (browser: Browser, source?: string): Promise<LoopCost> => {
  const script = await bundle(
    `import { exposeLoops } from './pairs/loop-window.ts'
     exposeLoops('http://127.0.0.1:9')`,
    source,
  )
  const site = await startSite({ routes: { '/': pageOf(script) } })
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(site.origin)
    const runs: LoopTimes[] = []
    for (let run = -1; run < RUNS; run++) {
      const found = await page.evaluate(
        ([count, controlFirst]) => (window as unknown as LoopsPage).loops.run(count, controlFirst),
        [run < 0 ? WARM_UP : CALLS, run % 2 === 0] as const,
      )
      if (run >= 0) runs.push(found)
      await sleep(PAUSE_MS)
    }
    return { trackMs: undisturbed(runs, 'trackMs'), controlMs: undisturbed(runs, 'controlMs') }
  } finally {
    await context.close()
    await site.close()
  }
}
