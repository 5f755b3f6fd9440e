import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { launchPlaywright } from '../../testing/browsers/playwright-visitor.ts'
import { startSite } from '../../testing/http/site.ts'
import { type Collector, startCollector } from '../collector/collector.ts'
import { nudge } from '../delivery/faults.ts'
import type { BenchPage } from '../delivery/stage.ts'
import { inject } from '../trackers/inject.ts'
import type { TrackerName } from '../trackers/names.ts'
import { pageOf, scriptOf } from '../trackers/page.ts'

export interface PeerGrowth {
  readonly tracker: TrackerName
  readonly events: number
  /** Number of tracked events: fewer than `events` where `track()` took longer than it may. */
  readonly tracked: number
  readonly enqueueMs: number
  /** Milliseconds until the script has run, on the next visit. */
  readonly runMs: number
  /** Number of events delivered after that visit, while the collector answers. */
  readonly delivered: number
  /** Milliseconds until the last delivered event. */
  readonly drainMs: number
}

const MAX_ENQUEUE_MS = 60_000
const TASK = 100
/** The time for what the tracker does by itself before it has written an event down. */
const SETTLE_MS = 3_000
/**
 * The time without a single arrival after which the drain ends; RudderStack's client waits for ten seconds before it
 * takes over.
 */
const GIVE_UP_MS = 18_000
const POLL_MS = 50

const start = async (page: Page, script: string): Promise<number> => {
  const runMs = await inject(page, script)
  await page.evaluate(() => (window as unknown as BenchPage).bench.ready.then(() => undefined))
  return runMs
}

const drain = async ({ arrivals }: Collector, events: number): Promise<number> => {
  const startMs = performance.now()
  let last = { at: startMs, count: arrivals.count() }
  while (arrivals.count() < events && performance.now() - last.at < GIVE_UP_MS) {
    if (arrivals.count() > last.count) last = { at: performance.now(), count: arrivals.count() }
    await sleep(POLL_MS)
  }
  return (arrivals.count() < events ? last.at : performance.now()) - startMs
}

/**
 * Tracks events offline, as the browser tells every tracker, leaves them behind, and lets the next visit deliver them.
 */
export const measurePeerGrowth = async (tracker: TrackerName, events: number): Promise<PeerGrowth> => {
  const collector = await startCollector()
  const script = await scriptOf(tracker, collector.origin)
  const site = await startSite({ routes: { '/': pageOf() } })
  const profile = await launchPlaywright('chromium')
  try {
    const page = await profile.page()
    await page.goto(site.origin)
    await start(page, script)
    await profile.context.setOffline(true)
    const { calls, ms } = await page.evaluate(
      (options) => (window as unknown as BenchPage).bench.tasks(options),
      {
        from: 1,
        count: events,
        size: TASK,
        maxMs: MAX_ENQUEUE_MS,
      },
    )
    await sleep(SETTLE_MS)
    await page.goto('about:blank')
    await profile.context.setOffline(false)
    await page.goto(site.origin)
    const runMs = await start(page, script)
    await nudge(page)
    const drainMs = await drain(collector, calls + 1)
    const delivered = Math.max(0, collector.arrivals.count() - 1)
    return { tracker, events, tracked: calls, enqueueMs: ms, runMs, delivered, drainMs }
  } finally {
    await profile.close()
    await Promise.all([site.close(), collector.close()])
  }
}

/** Measures as many events as the tracker still tracks and delivers, ten times as many each time. */
export const measurePeerUntilItFails = async (
  tracker: TrackerName,
  lengths: readonly number[],
  tell: (line: string) => void,
): Promise<readonly PeerGrowth[]> => {
  const results: PeerGrowth[] = []
  for (const events of lengths) {
    const result = await measurePeerGrowth(tracker, events)
    results.push(result)
    const { tracked, delivered, drainMs } = result
    tell(
      `${tracker}, ${events} events: ${tracked} tracked, ${delivered} delivered in ${Math.round(drainMs)} ms`,
    )
    if (delivered < events) break
  }
  return results
}
