import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Stage } from '../delivery/stage.ts'

/** How a visit ends, of which there is no next. */
export interface Ending {
  readonly title: string
  readonly events: number
  readonly end: (stage: Stage, page: Page) => Promise<unknown>
  /** How long what has not arrived is waited for. */
  readonly patienceMs: number
  /** Measured of sendoff with its worker alone: where nothing of a page runs any more, no peer could send. */
  readonly isLong?: boolean
}

const MINUTE_MS = 60_000
/** From the call to the crash. */
const BEFORE_CRASH_MS = 1_500
/** Chromium tries Background Sync again after 300 seconds; then Klaviyo's repeats go one by one. */
const SYNC_MS = 400_000

const close = (_: Stage, page: Page) => page.close()

export const ENDINGS: Readonly<Record<string, Ending>> = {
  close: { title: 'tab closed at once', events: 1_000, patienceMs: MINUTE_MS, end: close },
  'close-10000': { title: 'the same, 10,000', events: 10_000, patienceMs: MINUTE_MS, end: close },
  elsewhere: {
    title: 'left for another site',
    events: 1_000,
    patienceMs: MINUTE_MS,
    end: ({ site }, page) => page.goto(`${site.localhost}/bare`),
  },
  slow: {
    title: 'closed, the vendor takes 30 s to be back',
    events: 1_000,
    patienceMs: MINUTE_MS,
    async end({ collector }, page) {
      await collector.setMode('down')
      await page.close()
      await sleep(30_000)
      await collector.setMode('up')
    },
  },
  crash: {
    title: 'renderer crash, nothing answered before',
    events: 1_000,
    patienceMs: SYNC_MS,
    isLong: true,
    async end({ collector, profile }, page) {
      await sleep(BEFORE_CRASH_MS)
      await profile.crash(page)
      await collector.setMode('up')
    },
  },
}
