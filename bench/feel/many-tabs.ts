import { setTimeout as sleep } from 'node:timers/promises'
import { launchPlaywright } from '../../testing/browsers/playwright-visitor.ts'
import type { CostSite } from '../cost/cost-page.ts'
import type { BenchPage } from '../delivery/stage.ts'
import { processorTime } from '../processor-time.ts'

/** What many tabs of one visitor cost that track at once. */
export interface ManyTabs {
  readonly tracked: number
  /** Of those, that did not arrive, not even when the tabs were closed. */
  readonly lost: number
  /** Preflights and what the trackers ask for at their start included. */
  readonly requests: number
  /** From before the first call to the last arrival, while all tabs are open. */
  readonly deliveredMs: number
  /** Processor time of all of the browser's processes: to open the tabs, and from the first call to the last arrival and a second more. */
  readonly openingMs: number
  readonly trackingMs: number
}

export const TABS = 20
export const EVENTS_A_TAB = 10
const TRACKED = TABS * EVENTS_A_TAB
/** No other measure of a site uses these labels. */
const FROM = 1_000_000
const STARTED_MS = 2_000
const POLL_MS = 20
const MAX_MS = 10_000
const SETTLED_MS = 1_000
const CLOSED_MS = 1_500

/** Real tabs of one browser, on one origin. */
export const measureManyTabs = async ({ origin, collector }: CostSite): Promise<ManyTabs> => {
  const arrived = (): number =>
    Array.from({ length: TRACKED }, (_, index) => FROM + index).filter((label) =>
      collector.arrivals.of(label),
    ).length
  const profile = await launchPlaywright('chromium')
  try {
    const time = await processorTime(profile)
    const requests = collector.requests()
    const unopened = await time()
    const tabs = await Promise.all(
      Array.from({ length: TABS }, async () => {
        const tab = await profile.page()
        await tab.goto(origin)
        await tab.evaluate(() => (window as unknown as BenchPage).bench.ready.then(() => undefined))
        return tab
      }),
    )
    await sleep(STARTED_MS)
    const opened = await time()
    const start = performance.now()
    await Promise.all(
      tabs.map((tab, index) =>
        tab.evaluate((options) => (window as unknown as BenchPage).bench.loop(options), {
          from: FROM + index * EVENTS_A_TAB,
          count: EVENTS_A_TAB,
          maxMs: Infinity,
        }),
      ),
    )
    while (arrived() < TRACKED && performance.now() - start < MAX_MS) await sleep(POLL_MS)
    const deliveredMs = arrived() < TRACKED ? Number.NaN : performance.now() - start
    await sleep(SETTLED_MS)
    const tracked = await time()
    if (arrived() < TRACKED) {
      await Promise.all(tabs.map((tab) => tab.close({ runBeforeUnload: true })))
      await sleep(CLOSED_MS)
    }
    return {
      tracked: TRACKED,
      lost: TRACKED - arrived(),
      requests: collector.requests() - requests,
      deliveredMs,
      openingMs: opened.browser - unopened.browser,
      trackingMs: tracked.browser - opened.browser,
    }
  } finally {
    await profile.close()
  }
}
