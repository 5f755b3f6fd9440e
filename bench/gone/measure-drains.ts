import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { type BenchPage, startStage } from '../delivery/stage.ts'
import { missing } from '../delivery/verdict.ts'
import { mainThreadTime } from '../main-thread-time.ts'

/** The cost to an open page of Chromium when its queue is drained. */
export interface DrainRun {
  readonly worker: boolean
  readonly events: number
  /**
   * Milliseconds of the page's main thread, from the moment in which all is stored until all has arrived and a second
   * more.
   */
  readonly mainThreadMs: number
  readonly drainMs: number
}

const EVENTS = 10_000
const POLL_MS = 50
const MAX_MS = 120_000
/** The time until the last answer is settled, and the page has heard of it. */
const SETTLED_MS = 1_000

const measureDrain = async (worker: boolean): Promise<DrainRun> => {
  const stage = await startStage('sendoff', worker ? 'worker' : undefined)
  try {
    const page = (await stage.visit({ startedMs: 3_000 })) as Page
    const taskTime = await mainThreadTime(await page.context().newCDPSession(page))
    await stage.track(page, EVENTS)
    await page.evaluate(() => (window as unknown as BenchPage).bench.stored())
    const before = await taskTime()
    const startMs = performance.now()
    while (missing(stage) > 0 && performance.now() < startMs + MAX_MS) await sleep(POLL_MS)
    const drainMs = performance.now() - startMs
    await sleep(SETTLED_MS)
    const after = await taskTime()
    if (missing(stage) > 0) throw new Error(`${missing(stage)} of ${EVENTS} have not arrived`)
    return { worker, events: EVENTS, mainThreadMs: after - before, drainMs }
  } finally {
    await stage.end()
  }
}

/** Measures page and worker in turn, so that other programs on the machine affect both. */
export const measureDrains = async (
  runs: number,
  tell: (line: string) => void,
): Promise<readonly DrainRun[]> => {
  const found: DrainRun[] = []
  for (let run = 0; run < runs; run++)
    for (const worker of [false, true]) {
      const drain = await measureDrain(worker)
      found.push(drain)
      tell(
        `draining ${EVENTS}${worker ? ' in the worker' : ''}: ${drain.mainThreadMs.toFixed(0)} ms of the main thread, ${drain.drainMs.toFixed(0)} ms`,
      )
    }
  return found
}
