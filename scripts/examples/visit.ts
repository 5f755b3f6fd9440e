import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { until } from './clock.ts'
import type { Stack } from './stacks.ts'

const PRODUCT = '/product/A-1'
/** The wait is longer than a view waits for its title: superfluous events have come by then. */
const QUIET_MS = 4_000

const arrive = async (page: Page, link: string, path: string): Promise<void> => {
  await page.click(`text=${link}`)
  await page.waitForURL((url) => url.pathname === path)
}

/**
 * Visits the shop: sees the product, puts it into the cart, follows links that lead nowhere, and sees the product
 * again.
 */
export const shop = async (page: Page, { kind }: Stack): Promise<void> => {
  await arrive(page, 'Tea', PRODUCT)
  await page.click('text=Add to cart')
  if (kind === 'routes' || kind === 'transitions') await arrive(page, 'Again', PRODUCT)
  if (kind === 'routes') {
    await page.click('text=Sold out')
    await sleep(500)
    if (new URL(page.url()).pathname !== PRODUCT) throw new Error(`the refused link has led to ${page.url()}`)
  }
  await arrive(page, 'Home', '/')
  await arrive(page, 'Tea', PRODUCT)
  await page.waitForSelector('text=Add to cart')
}

/** Returns the events of such a visit, each of which comes once. A transition of Astro shows the product anew. */
const tracked = ({ kind }: Stack): readonly string[] => [
  'Added to Cart A-1',
  ...Array<string>(kind === 'transitions' ? 3 : 2).fill('Viewed Product A-1'),
]

/** Returns path, title and the page before, of each view. */
const viewed = ({ documentTitle = 'Home' }: Stack): readonly string[] => [
  `/ "${documentTitle}" from nowhere`,
  `/ "Home" from ${PRODUCT}`,
  `${PRODUCT} "Tea A-1" from /`,
  `${PRODUCT} "Tea A-1" from /`,
]

const pathOf = (url: unknown): string => (url ? new URL(`${url}`).pathname : 'nowhere')

/**
 * Returns the recorded views. A loaded page tells by its referrer where its link was; a view within a page tells it
 * itself.
 */
const recordedViews = (klaviyo: KlaviyoEmulator, { kind }: Stack): readonly string[] =>
  klaviyo
    .events()
    .filter(({ metric }) => metric === 'Viewed Page')
    .map(({ properties: { path, title, previous_url, referrer } }) => {
      const from = pathOf(kind === 'documents' ? referrer : previous_url)
      return `${path} "${title}" from ${from}`
    })
    .sort()

const recordedOthers = (klaviyo: KlaviyoEmulator): readonly string[] =>
  klaviyo
    .events()
    .filter(({ metric }) => metric !== 'Viewed Page')
    .map(({ metric, properties: { sku } }) => `${metric} ${sku}`)
    .sort()

/** Returns the events with the title of another page; there may be none. */
const mistakenTitles = (klaviyo: KlaviyoEmulator): readonly string[] =>
  klaviyo
    .events()
    .filter(({ properties: { path, title } }) => title && path === PRODUCT && title !== 'Tea A-1')
    .map(({ metric, properties: { title } }) => `${metric}: "${title}"`)

/** Waits for the events of the visit. @throws {Error} when the vendor has not recorded exactly these, once each. */
export const expectVisit = async (klaviyo: KlaviyoEmulator, stack: Stack): Promise<void> => {
  const [views, others] = [viewed(stack), tracked(stack)]
  const isThere = () => klaviyo.events().length >= views.length + others.length
  await until('all events', isThere).catch(() => {
    // The missing events are reported below.
  })
  await sleep(QUIET_MS)
  for (const [expected, found] of [
    [views, recordedViews(klaviyo, stack)],
    [others, recordedOthers(klaviyo)],
    [[], mistakenTitles(klaviyo)],
    [[], klaviyo.violations().map(({ details }) => `${details}`)],
  ] as const)
    if (`${[...expected].sort()}` !== `${found}`)
      throw new Error(`${stack.name}: expected ${expected}; found ${found}`)
}
