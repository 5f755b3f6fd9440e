import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { launchPlaywright } from '../../testing/browsers/playwright-visitor.ts'
import { startSite } from '../../testing/http/site.ts'
import { type Collector, startCollector } from '../collector/collector.ts'
import type { GrowthPage } from '../in-page/growth-window.ts'
import { bundle } from '../trackers/bundle.ts'
import { inject } from '../trackers/inject.ts'
import { pageOf } from '../trackers/page.ts'
import { type LongTask, watchMainThread } from './watch-main-thread.ts'

/** How many events wait. */
export interface Length {
  readonly events: number
  /** Tracked in tasks of a thousand, of which a record holds a hundred; or one by one, a record each. */
  readonly records: 'bursts' | 'single'
}

/** What a page with a long queue lets its visitor feel. */
export interface TasksRun extends Length {
  /** Tasks over 50 ms of each page that starts with the queue, tracks one event and asks how many wait. */
  readonly starts: readonly (readonly LongTask[])[]
  /** Until it is told how many wait, of each start. */
  readonly countedMs: readonly number[]
  /** Tasks over 50 ms of the first seconds of the drain, or of all of it; how long those were, and how many events left in them. */
  readonly drain: readonly LongTask[]
  readonly watchedMs: number
  readonly drained: number
  /** Of bursts alone. */
  readonly memory?: Memory
}

/** Alive in the page when all wait, and at most while they are delivered, over what was alive when none waited. */
export interface Memory {
  readonly queuedBytes: number
  readonly deliveringBytes: number
}

export interface TasksOptions {
  readonly lengths: readonly Length[]
  readonly starts: number
  /** Of the drain. */
  readonly watchMs: number
  readonly tell: (line: string) => void
}

/** In which a page that has started does what it does by itself. */
const STARTED_MS = 2_000
const POLL_MS = 50
/** Collecting garbage to see what is alive takes a task of its own. */
const SAMPLE_MS = 500

const growthOf = (page: Page) => ({
  enqueue: (count: number) =>
    page.evaluate((events) => (window as unknown as GrowthPage).growth.enqueue(1, events), count),
  fill: (count: number) =>
    page.evaluate((events) => (window as unknown as GrowthPage).growth.fill(events), count),
  goOnline: () => page.evaluate(() => (window as unknown as GrowthPage).growth.goOnline()),
  /** Milliseconds until an event is durable and all are counted. */
  count: () =>
    page.evaluate(async () => {
      const { growth } = window as unknown as GrowthPage
      await growth.trackOne()
      const start = performance.now()
      const waiting = await growth.waiting()
      return { waiting, ms: performance.now() - start }
    }),
})

/** A page over the queue of a profile, that starts when it is told. */
const watchStart = async (page: Page, url: string, script: string, events: number) => {
  const stop = await watchMainThread(page)
  await page.goto(url)
  await inject(page, script)
  const { waiting, ms } = await growthOf(page).count()
  if (waiting < events) throw new Error(`${waiting} of ${events} events are in the queue`)
  await sleep(STARTED_MS)
  return { tasks: await stop(), ms }
}

const until = async (
  isOver: () => boolean,
  maxMs: number,
  every: () => Promise<unknown>,
): Promise<number> => {
  const start = performance.now()
  while (!isOver() && performance.now() - start < maxMs) await every()
  return performance.now() - start
}

/** What is alive while the queue is filled and drained, in a profile of its own: to look at it disturbs the page. */
const watchMemory = async (
  { url, script, collector }: { url: string; script: string; collector: Collector },
  { events, watchMs }: { events: number; watchMs: number },
) => {
  const profile = await launchPlaywright('chromium')
  try {
    const page = await profile.page()
    await page.goto(url)
    await inject(page, script)
    const session = await page.context().newCDPSession(page)
    const alive = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    const empty = await alive()
    await growthOf(page).enqueue(events)
    const queued = await alive()
    const before = collector.counted()
    let peak = 0
    await growthOf(page).goOnline()
    await until(
      () => collector.counted() - before >= events,
      watchMs,
      async () => {
        peak = Math.max(peak, await alive())
        await sleep(SAMPLE_MS)
      },
    )
    return { queuedBytes: queued - empty, deliveringBytes: peak - empty }
  } finally {
    await profile.close()
  }
}

const measureLength = async (
  { events, records }: Length,
  { starts, watchMs }: TasksOptions,
): Promise<TasksRun> => {
  const collector = await startCollector({ reads: false })
  const script = await bundle(
    `import { exposeGrowth } from './in-page/growth-window.ts'
     exposeGrowth(${JSON.stringify(collector.origin)})`,
  )
  const site = await startSite({ routes: { '/': pageOf() } })
  const profile = await launchPlaywright('chromium')
  try {
    const page = await profile.page()
    await page.goto(site.origin)
    await inject(page, script)
    await (records === 'single' ? growthOf(page).fill(events) : growthOf(page).enqueue(events))
    const found = []
    for (let start = 0; start < starts; start++)
      found.push(await watchStart(page, site.origin, script, events))
    const before = collector.counted()
    const stop = await watchMainThread(page)
    await growthOf(page).goOnline()
    const left = (): number => events + starts - (collector.counted() - before)
    const watchedMs = await until(
      () => left() <= 0,
      watchMs,
      () => sleep(POLL_MS),
    )
    const drained = collector.counted() - before
    const drain = await stop()
    await profile.close()
    return {
      events,
      records,
      starts: found.map(({ tasks }) => tasks),
      countedMs: found.map(({ ms }) => ms),
      drain,
      watchedMs,
      drained,
      ...(records === 'bursts' && {
        memory: await watchMemory({ url: site.origin, script, collector }, { events, watchMs }),
      }),
    }
  } finally {
    await profile.close()
    await Promise.all([site.close(), collector.close()])
  }
}

/** Pages over queues of growing length, each in a profile of its own. */
export const measureTasks = async (options: TasksOptions): Promise<readonly TasksRun[]> => {
  const runs: TasksRun[] = []
  for (const length of options.lengths) {
    const run = await measureLength(length, options)
    runs.push(run)
    const longest = (tasks: readonly LongTask[]): string =>
      Math.max(0, ...tasks.map(({ ms }) => ms)).toFixed(0)
    const { events, records, starts, countedMs, drain, watchedMs, drained } = run
    options.tell(
      `${events} waiting, ${records}: longest task at the start ${longest(starts.flat())} ms, counted in ${Math.max(...countedMs).toFixed(0)} ms; in ${(watchedMs / 1_000).toFixed(1)} s of the drain ${longest(drain)} ms, ${drained} delivered`,
    )
  }
  return runs
}
