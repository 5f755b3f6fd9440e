import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import type { CollectorMode } from '../collector/collector.ts'
import type { Stage } from '../delivery/stage.ts'
import type { Ending } from './ending.ts'

const MINUTE_MS = 60_000
/** The time from the call to the crash. */
const BEFORE_CRASH_MS = 1_500
/** Chromium tries Background Sync again after 300 seconds; then the repeats to Klaviyo are sent one by one. */
const SYNC_MS = 400_000

const close = (_: Stage, page: Tab) => page.close()

const setMode =
  (mode: CollectorMode) =>
  ({ collector }: Stage): Promise<void> =>
    collector.setMode(mode)

/** Sets the browser offline by Playwright: pages and worker find no network, and `onLine` is false. */
const setOffline = (page: Tab, offline: boolean): Promise<void> =>
  (page as Page).context().setOffline(offline)

const closeAndThen =
  (seconds: number, then: (stage: Stage, page: Tab) => Promise<unknown>) =>
  async (stage: Stage, page: Tab): Promise<void> => {
    await page.close()
    await sleep(seconds * 1_000)
    await then(stage, page)
  }

export const ENDINGS = {
  close: {
    title: 'tab closed at once',
    events: 1_000,
    patienceMs: MINUTE_MS,
    of: 'all',
    engines: ['firefox', 'webkit'],
    end: close,
  },
  'close-10000': {
    title: 'the same, 10,000',
    events: 10_000,
    patienceMs: MINUTE_MS,
    of: 'sendoff',
    engines: ['firefox', 'webkit'],
    end: close,
  },
  first: {
    title: 'first visit, closed after a second',
    events: 1_000,
    patienceMs: MINUTE_MS,
    startedMs: 0,
    of: 'sendoff',
    async end(_, page) {
      await sleep(1_000)
      await page.close()
    },
  },
  elsewhere: {
    title: 'left for another site',
    events: 1_000,
    patienceMs: MINUTE_MS,
    of: 'all',
    end: ({ site }, page) => page.goto(`${site.localhost}/bare`),
  },
  slow: {
    title: 'closed, every answer takes 2 s',
    events: 1_000,
    patienceMs: MINUTE_MS,
    of: 'all',
    before: setMode('slow'),
    end: close,
  },
  busy: {
    title: 'closed, 503 for 20 s more',
    events: 1_000,
    patienceMs: MINUTE_MS,
    of: 'sendoff',
    before: setMode('busy'),
    end: closeAndThen(20, setMode('up')),
  },
  down: {
    title: 'closed, the vendor is down for 30 s',
    events: 1_000,
    patienceMs: MINUTE_MS,
    of: 'sendoff',
    async end(stage, page) {
      await stage.collector.setMode('down')
      await closeAndThen(30, setMode('up'))(stage, page)
    },
  },
  offline: {
    title: 'closed offline, online 30 s later',
    events: 1_000,
    patienceMs: MINUTE_MS,
    of: 'sendoff',
    async before({ collector }, page) {
      await setOffline(page, true)
      await collector.setMode('down')
    },
    end: closeAndThen(30, async ({ collector }, page) => {
      await collector.setMode('up')
      await setOffline(page, false)
    }),
  },
  crash: {
    title: 'renderer crash, nothing answered before',
    events: 1_000,
    patienceMs: SYNC_MS,
    of: 'worker',
    before: setMode('down'),
    async end({ collector, profile }, page) {
      await sleep(BEFORE_CRASH_MS)
      await profile.crash(page)
      await collector.setMode('up')
    },
  },
  kill: {
    title: 'browser killed, started again, site not visited',
    events: 1_000,
    patienceMs: SYNC_MS,
    of: 'worker',
    before: setMode('down'),
    async end({ collector, profile }) {
      await sleep(BEFORE_CRASH_MS)
      await profile.kill()
      await collector.setMode('up')
      await profile.relaunch()
    },
  },
} as const satisfies Readonly<Record<string, Ending>>

export type EndingName = keyof typeof ENDINGS
export const ENDING_NAMES = Object.keys(ENDINGS) as readonly EndingName[]
export const endingOf = (name: EndingName): Ending => ENDINGS[name]
