import { expect } from '@playwright/test'
import type { Status, Tracker } from '../../src/index.ts'
import type { Tab, Visitor } from '../../testing/browsers/engine.ts'

declare global {
  interface Window {
    track: Tracker
  }
}

/** How often a condition is checked, in milliseconds: by default, Playwright checks only once a second in the end. */
export const OFTEN = { intervals: [100] }

/** Opens a new tab on the shop, and waits until the script has arrived. */
export const visit = async <Page extends Tab>(
  profile: { page(): Promise<Page> },
  url: string,
): Promise<Page> => {
  const page = await profile.page()
  await page.goto(url)
  return page
}

/** Opens `url` in `count` tabs at the same time. */
export const openTabs = (profile: Visitor, url: string, count: number): Promise<readonly Tab[]> =>
  Promise.all(Array.from({ length: count }, () => visit(profile, url)))

/** Tracks `labels` in one task; each is an event of its own that can be found in the vendor's record. */
export const trackAll = (page: Tab, labels: readonly string[], filler = ''): Promise<void> =>
  page.evaluate(
    ({ labels, filler }) => {
      for (const label of labels) window.track('Tested', filler ? { label, filler } : { label })
    },
    { labels, filler },
  )

/** Tracks `labels`, and waits until they are durable. */
export const trackAllStored = async (page: Tab, labels: readonly string[]): Promise<void> => {
  await page.evaluate(async (labels) => {
    await Promise.all(labels.map((label) => window.track('Tested', { label }).stored))
  }, labels)
}

/**
 * Leaves for `url`, of the same origin, and tracks `labels` in the last moment: no round can have begun with them. The
 * origin must be the same, because for another site Firefox 153 changes the process, and may end a script in the middle
 * of `pagehide` then.
 */
export const trackAndLeave = async (page: Tab, labels: readonly string[], url: string): Promise<void> => {
  await page.evaluate(
    ({ labels, url }) => {
      const track = () => {
        for (const label of labels) window.track('Tested', { label })
      }
      addEventListener('pagehide', track, { capture: true, once: true })
      setTimeout(() => {
        location.href = url
      })
    },
    { labels, url },
  )
  await expectAt(page, url)
}

/**
 * Waits until no round is under way: no browser keeps a page that holds a lock, nor Firefox a page that waits for an
 * answer.
 */
export const expectIdle = (page: Tab): Promise<void> =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length), {
      ...OFTEN,
      message: 'locks held',
    })
    .toBe(0)

/**
 * Returns the address; '' between two pages, when no page can be asked. The next page must be complete first, because
 * Playwright may take its arrival for an interruption of the next navigation.
 */
const addressOf = (page: Tab): Promise<string> =>
  page.address?.() ??
  page.evaluate(() => (document.readyState === 'complete' ? location.href : '')).catch(() => '')

const expectAt = (page: Tab, url: string): Promise<void> =>
  expect.poll(() => addressOf(page), { ...OFTEN, message: 'on the other page' }).toBe(url)

/** Returns `count` labels that no other call makes. */
export const labelled = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`)

/** Sets the page's clock forward, and makes the tracker look whether there is anything to send by then. */
export const letPass = (page: Tab, ms: number): Promise<void> =>
  page.evaluate((ms) => {
    const { now } = Date
    Date.now = () => now() + ms
    window.track.flush()
  }, ms)

export const statusOf = (page: Tab): Promise<Status> => page.evaluate(() => window.track.status())

/**
 * Goes one step back in the history. It does not wait for the page to load, because a page that comes out of the
 * back/forward cache does not load.
 */
export const goBack = async (page: Tab): Promise<void> => {
  const before = [await addressOf(page), '']
  await page.evaluate(() => {
    setTimeout(() => history.back())
  })
  await expect
    .poll(async () => before.includes(await addressOf(page)), { ...OFTEN, message: 'still on the page' })
    .toBe(false)
}
