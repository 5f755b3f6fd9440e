import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { launchPlaywright, type PlaywrightVisitor } from '../../testing/browsers/playwright-visitor.ts'
import { startSite } from '../../testing/http/site.ts'
import { type Collector, startCollector } from '../collector/collector.ts'
import type { GrowthPage } from '../in-page/growth-window.ts'
import { median } from '../report/quantile.ts'
import { bundle } from '../trackers/bundle.ts'
import { pageOf } from '../trackers/page.ts'

export interface SendoffGrowth {
  readonly events: number
  readonly enqueueMs: number
  /**
   * Milliseconds until the script has run, and until the first event after it is durable: with the backlog, and
   * without.
   */
  readonly startUp: { readonly runMs: number; readonly storedMs: number }
  readonly emptyStartUp: { readonly runMs: number; readonly storedMs: number }
  readonly drainMs: number
  /** Milliseconds for a thousand events in a bare loop of fetch with ready bodies, before and after the drain. */
  readonly bareMs: number
}

const START_UPS = 9
const BARE_REQUESTS = 60
const POLL_MS = 20
/** The time without a single arrival after which the drain ends. */
const GIVE_UP_MS = 60_000

/** Starts the tracker on an empty page, and waits for the first event to be durable. */
const startUpOnce = async (profile: PlaywrightVisitor, url: string, script: string) => {
  const page = await profile.page()
  await page.goto(url)
  const times = await page.evaluate(async (text) => {
    const element = document.createElement('script')
    element.textContent = text
    const start = performance.now()
    document.head.append(element)
    const runMs = performance.now() - start
    await (window as unknown as GrowthPage).growth.trackOne()
    return { runMs, storedMs: performance.now() - start }
  }, script)
  await page.close()
  return times
}

const medianOf = (times: readonly { readonly runMs: number; readonly storedMs: number }[]) => ({
  runMs: median(times.map(({ runMs }) => runMs)),
  storedMs: median(times.map(({ storedMs }) => storedMs)),
})

const bareMs = async (page: Page): Promise<number> =>
  (await page.evaluate(
    (requests) => (window as unknown as GrowthPage).growth.bareLoop(requests),
    BARE_REQUESTS,
  )) / BARE_REQUESTS

const drain = async (page: Page, { counted }: Collector, events: number): Promise<number> => {
  const before = counted()
  const start = performance.now()
  await page.evaluate(() => (window as unknown as GrowthPage).growth.goOnline())
  let last = { at: start, counted: before }
  while (counted() - before < events) {
    if (counted() > last.counted) last = { at: performance.now(), counted: counted() }
    if (performance.now() - last.at > GIVE_UP_MS) return Number.NaN
    await sleep(POLL_MS)
  }
  return performance.now() - start
}

/** Measures one length of the queue, in a profile of its own: it enqueues, starts up with the queue, and drains it. */
export const measureSendoffGrowth = async (events: number): Promise<SendoffGrowth> => {
  const collector = await startCollector({ reads: false })
  const script = await bundle(
    `import { exposeGrowth } from './in-page/growth-window.ts'
     exposeGrowth(${JSON.stringify(collector.origin)})`,
  )
  const site = await startSite({ routes: { '/': pageOf(script), '/blank': pageOf() } })
  const profile = await launchPlaywright('chromium')
  try {
    const page = await profile.page()
    await page.goto(site.origin)
    const enqueueMs = await page.evaluate(
      (count) => (window as unknown as GrowthPage).growth.enqueue(1, count),
      events,
    )
    await page.goto('about:blank')
    const full = []
    const empty = []
    // The other name of the site is another origin with an empty queue, so that both are measured in the same minute of
    // the machine.
    for (let round = 0; round < START_UPS; round++) {
      full.push(await startUpOnce(profile, `${site.origin}/blank`, script))
      empty.push(await startUpOnce(profile, `${site.localhost}/blank`, script))
    }
    await page.goto(site.origin)
    const before = await bareMs(page)
    const drainMs = await drain(page, collector, events + START_UPS)
    const after = await bareMs(page)
    return {
      events,
      enqueueMs,
      startUp: medianOf(full),
      emptyStartUp: medianOf(empty),
      drainMs,
      bareMs: (before + after) / 2,
    }
  } finally {
    await profile.close()
    await Promise.all([site.close(), collector.close()])
  }
}
