import type { Page } from '@playwright/test'
import type { Status, Tracker } from '../src/index.ts'
import type { Profile } from './browser.ts'

declare global {
  interface Window {
    track: Tracker
  }
}

/** A new tab on the shop, with the script arrived. */
export const visit = async (profile: Profile, url: string): Promise<Page> => {
  const page = await profile.page()
  await page.goto(url)
  return page
}

/** Tracks `labels` in one task; each is an event of its own that the vendor's record can be searched for. */
export const trackAll = (page: Page, labels: readonly string[], filler = ''): Promise<void> =>
  page.evaluate(
    ({ labels, filler }) => {
      for (const label of labels) window.track('Tested', filler ? { label, filler } : { label })
    },
    { labels, filler },
  )

/** The same, and waits until they are durable. */
export const trackAllStored = async (page: Page, labels: readonly string[]): Promise<void> => {
  await page.evaluate(async (labels) => {
    await Promise.all(labels.map((label) => window.track('Tested', { label }).stored))
  }, labels)
}

/** `count` labels that no other call makes. */
export const labelled = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`)

export const statusOf = (page: Page): Promise<Status> => page.evaluate(() => window.track.status())
