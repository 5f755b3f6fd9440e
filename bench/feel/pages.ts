import type { Browser } from '@playwright/test'
import { openCostSite } from '../cost/cost-page.ts'
import { TITLES, TRACKERS, type TrackerName } from '../trackers/names.ts'

/** A page without a tracker, sendoff with its service worker, or what each tracker is elsewhere. */
export type FeelPage = 'none' | 'worker' | TrackerName

/** In the order of every table. */
export const FEEL_PAGES: readonly FeelPage[] = [
  'none',
  'sendoff',
  'worker',
  ...TRACKERS.filter((name) => name !== 'sendoff'),
]

export const FEEL_TITLES: Readonly<Record<FeelPage, string>> = {
  none: 'no tracker',
  worker: 'sendoff with its worker',
  ...TITLES,
}

/** sendoff, with its worker or without. */
export const isOurs = (page: FeelPage): boolean => page === 'sendoff' || page === 'worker'

export const openFeelSite = (browser: Browser, page: FeelPage) =>
  page === 'worker' ? openCostSite(browser, 'sendoff', 'worker') : openCostSite(browser, page)
