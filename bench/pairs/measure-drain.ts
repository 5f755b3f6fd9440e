import { setTimeout as sleep } from 'node:timers/promises'
import { launchPlaywright } from '../../testing/browsers/playwright-visitor.ts'
import { startSite } from '../../testing/http/site.ts'
import { startCollector } from '../collector/collector.ts'
import type { GrowthPage } from '../in-page/growth-window.ts'
import { processorTime } from '../processor-time.ts'
import { bundle } from '../trackers/bundle.ts'
import { pageOf } from '../trackers/page.ts'

/** The cost of draining a queue of this number of events, and of sending as many in a bare loop in the same page. */
export interface DrainCost {
  readonly events: number
  readonly enqueueMs: number
  readonly drainMs: number
  /** Milliseconds of a bare loop of `fetch` with ready bodies for as many events, before and after the drain. */
  readonly bareMs: number
  /** Processor time of the page's process, and of all processes of the browser. */
  readonly pageMs: number
  readonly browserMs: number
  readonly barePageMs: number
  /** The longest task of the page while it drained; 0 where none was over 50 ms. */
  readonly longestTaskMs: number
}

/** Of a bare loop's pace. */
export const MIN_SHARE = 0.5
const BARE_REQUESTS = 20
const POLL_MS = 10
/** The time for the last answer to be settled, which is part of the price. */
const SETTLED_MS = 500
const GIVE_UP_MS = 60_000

/** @param source the folder that sendoff's sources are taken from, where it is an earlier one. */
export const measureDrain = async (events: number, source?: string): Promise<DrainCost> => {
  const collector = await startCollector({ reads: false })
  const script = await bundle(
    `import { exposeGrowth } from './in-page/growth-window.ts'
     exposeGrowth(${JSON.stringify(collector.origin)})`,
    source,
  )
  const site = await startSite({ routes: { '/': pageOf(script) } })
  const profile = await launchPlaywright('chromium')
  try {
    const page = await profile.page()
    const time = await processorTime(profile)
    await page.goto(site.origin)
    const bareLoop = async () => {
      const before = await time()
      const ms = await page.evaluate(
        (requests) => (window as unknown as GrowthPage).growth.bareLoop(requests),
        BARE_REQUESTS,
      )
      return { ms, pageMs: (await time()).page - before.page }
    }
    const enqueueMs = await page.evaluate(
      (count) => (window as unknown as GrowthPage).growth.enqueue(1, count),
      events,
    )
    // The work that enqueuing leaves, such as collecting garbage, must not count for the drain.
    await bareLoop()
    const bareBefore = await bareLoop()
    const counted = collector.counted()
    const before = await time()
    const startMs = performance.now()
    await page.evaluate(() => (window as unknown as GrowthPage).growth.goOnline())
    while (collector.counted() - counted < events) {
      if (performance.now() - startMs > GIVE_UP_MS)
        throw new Error(`${collector.counted() - counted} of ${events} have arrived`)
      await sleep(POLL_MS)
    }
    const drainMs = performance.now() - startMs
    await sleep(SETTLED_MS)
    const after = await time()
    const tasks = await page.evaluate(() => (window as unknown as GrowthPage).growth.longTasks())
    const bareAfter = await bareLoop()
    const perEvent = events / 1_000 / BARE_REQUESTS / 2
    return {
      events,
      enqueueMs,
      drainMs,
      bareMs: (bareBefore.ms + bareAfter.ms) * perEvent,
      pageMs: after.page - before.page,
      browserMs: after.browser - before.browser,
      barePageMs: (bareBefore.pageMs + bareAfter.pageMs) * perEvent,
      longestTaskMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
    }
  } finally {
    await profile.close()
    await Promise.all([site.close(), collector.close()])
  }
}
