import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { type BenchWindow, visit } from './page.ts'

export interface Drain {
  readonly events: number
  /** Bytes alive when all events wait in the queue, over those alive when none did. */
  readonly queuedBytes: number
  /** The most bytes that are seen alive during the delivery, over those alive when no event waited. */
  readonly deliveringBytes: number
  readonly drainMs: number
  /** The long tasks during the delivery. */
  readonly longTasksMs: readonly number[]
}

const SAMPLE_MS = 500
const MAX_DRAIN_MS = 300_000

/** Queues events offline, lets the network come back and watches the page until all events are delivered. */
export const measureDrain = async (
  browser: Browser,
  { url, events, delivered }: { url: string; events: number; delivered: () => number },
): Promise<Drain> => {
  const { context, page, aliveBytes, end } = await visit(browser, url)
  const emptyBytes = await aliveBytes()
  await context.setOffline(true)
  const queued = await page.evaluate((count) => (window as unknown as BenchWindow).queueEvents(count), events)
  if (queued !== events) throw new Error(`${queued} of ${events} events are in the queue`)
  const queuedBytes = (await aliveBytes()) - emptyBytes

  await page.evaluate(() => {
    const bench = window as unknown as BenchWindow
    bench.longTasksMs = []
  })
  const before = delivered()
  const start = performance.now()
  let peak = 0
  await context.setOffline(false)
  while (delivered() - before < events) {
    if (performance.now() - start > MAX_DRAIN_MS)
      throw new Error(`${delivered() - before} of ${events} were delivered`)
    peak = Math.max(peak, await aliveBytes())
    await sleep(SAMPLE_MS)
  }
  const drainMs = performance.now() - start
  const longTasksMs = await page.evaluate(() => (window as unknown as BenchWindow).longTasksMs)
  await end()
  return { events, queuedBytes, deliveringBytes: peak - emptyBytes, drainMs, longTasksMs }
}
