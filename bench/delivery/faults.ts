import { setTimeout as sleep } from 'node:timers/promises'
import type { Tab } from '../../testing/browsers/engine.ts'
import type { CollectorMode } from '../collector/collector.ts'
import type { BenchPage, Stage } from './stage.ts'

/** Plays what goes wrong, from the first visit to its end; returns the page that is still open, if one is. */
export interface Fault {
  readonly title: string
  readonly play: (stage: Stage) => Promise<Tab | undefined>
  /** The quiet time after which an event that has not arrived counts as lost. */
  readonly patienceMs: number
}

const FEW = 10
/** The time from the call to the end of everything. */
const BEFORE_KILL_MS = 300
const OUTAGE_MS = 8_000
/**
 * The time until the visitor returns: RudderStack's client takes over a dead tab's events when the tab has been silent
 * for more than ten seconds.
 */
const RETURN_MS = 25_000

const closing =
  (count: number) =>
  async (stage: Stage): Promise<undefined> => {
    const page = await stage.visit()
    await stage.track(page, count)
    await page.close()
  }

const outage = (mode: CollectorMode) => async (stage: Stage) => {
  const page = await stage.visit()
  await stage.collector.setMode(mode)
  await stage.track(page, FEW)
  await sleep(OUTAGE_MS)
  await stage.collector.setMode('up')
  return page
}

/** Makes a fault in which nothing can leave before the end: an event that arrives later was kept. */
const ending =
  (end: (stage: Stage, page: Tab) => Promise<void>) =>
  async (stage: Stage): Promise<undefined> => {
    const page = await stage.visit()
    await stage.collector.setMode('down')
    await stage.track(page, FEW)
    await sleep(BEFORE_KILL_MS)
    await end(stage, page)
    await stage.collector.setMode('up')
  }

const kill = async ({ profile }: Stage): Promise<void> => {
  await profile.kill()
  await profile.relaunch()
}

const navigation = async (stage: Stage): Promise<undefined> => {
  const page = await stage.visit()
  await stage.track(page, FEW)
  await page.goto(`${stage.site.origin}/bare`)
}

/** Both tabs are closed while nothing can be delivered, so that their queues lie side by side. */
const twoTabs = async (stage: Stage): Promise<undefined> => {
  const pages = [await stage.visit(), await stage.visit()]
  await stage.collector.setMode('down')
  for (const page of [...pages, ...pages]) await stage.track(page, FEW / 2)
  await sleep(2_000)
  for (const page of pages) await page.close()
  await stage.collector.setMode('up')
}

const flood = async (stage: Stage) => {
  const page = await stage.visit()
  await stage.track(page, 20_000)
  return page
}

/** Tracks one more event, which does not count, because one client sends nothing without it. */
export const nudge = (page: Tab): Promise<unknown> =>
  page.evaluate(() =>
    (window as unknown as BenchPage).bench.loop({ from: 90_000_000, count: 1, maxMs: 1_000 }),
  )

export const FAULTS = {
  close: { title: 'closed tab', play: closing(FEW), patienceMs: RETURN_MS },
  'close-1000': { title: 'closed, 1,000 waiting', play: closing(1_000), patienceMs: RETURN_MS },
  navigation: { title: 'navigation', play: navigation, patienceMs: RETURN_MS },
  crash: {
    title: 'renderer crash',
    play: ending(({ profile }, page) => profile.crash(page)),
    patienceMs: RETURN_MS,
  },
  kill: { title: 'killed browser', play: ending(kill), patienceMs: RETURN_MS },
  down: { title: 'collector down', play: outage('down'), patienceMs: 45_000 },
  busy: { title: '503', play: outage('busy'), patienceMs: 45_000 },
  hanging: { title: 'hanging', play: outage('hanging'), patienceMs: 45_000 },
  'two-tabs': { title: 'two tabs', play: twoTabs, patienceMs: RETURN_MS },
  flood: { title: '20,000 in a loop', play: flood, patienceMs: 45_000 },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof FAULTS
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[]
