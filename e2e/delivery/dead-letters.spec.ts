import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Rejected } from '../../src/rejected.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test as base } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce, expectQueueEmpty, expectRecorded, tally } from '../support/verdict.ts'

interface WithRejected {
  readonly rejected: Rejected
}

const WORDS = 'The vendor does not like this one.'
const LABELS = ['good 1', 'bad 1', 'good 2', 'bad 2', 'good 3']
const BAD = ['bad 1', 'bad 2']
const GOOD = LABELS.filter((label) => !BAD.includes(label))

const test = base.extend<{
  /** The labels that the vendor refuses now. */ readonly refused: Set<string>
  /** The address of a shop with both scripts. */ readonly shop: string
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  refused: async ({}, use) => use(new Set(BAD)),
  rules: async ({ refused }, use) =>
    use({ refuse: ({ properties }) => (refused.has(`${properties.label}`) ? WORDS : undefined) }),
  shop: async ({ site, vendor }, use) => {
    const rejected = '<script async src="/dist/sendoff.rejected.js"></script>'
    site.setPage('/shop', pageWith(`${snippet(attributesFor(vendor))}${rejected}`))
    await use(`${site.origin}/shop`)
  },
})

/** Returns the dead letters as the site's own code sees them, once their script has arrived. */
const lettersIn = async (page: Tab) => {
  await expect.poll(() => page.evaluate(() => 'rejected' in window.track)).toBe(true)
  return page.evaluate(() => (window.track as unknown as WithRejected).rejected())
}

const labelsIn = async (page: Tab): Promise<readonly string[]> =>
  (await lettersIn(page)).map(({ event }) => `${event.properties.label}`)

const idOf = async (page: Tab, label: string): Promise<string> =>
  `${(await lettersIn(page)).find(({ event }) => event.properties.label === label)?.event.id}`

const retry = (page: Tab, ids?: readonly string[]): Promise<number> =>
  page.evaluate((ids) => (window.track as unknown as WithRejected).rejected.retry(ids), ids)

const clear = (page: Tab, ids?: readonly string[]): Promise<number> =>
  page.evaluate((ids) => (window.track as unknown as WithRejected).rejected.clear(ids), ids)

test('lists what was refused, in order and with the vendor’s words, on later visits too', async ({
  klaviyo,
  shop,
  profile,
}) => {
  const page = await visit(profile, shop)
  await trackAll(page, LABELS)
  await expectRecorded(klaviyo, GOOD)
  await expectQueueEmpty(page)

  const refused = { destination: 'klaviyo', reason: 'refused', detail: WORDS }
  const letters = BAD.map((label) => ({ ...refused, event: { name: 'Tested', properties: { label } } }))
  expect(await lettersIn(page)).toMatchObject(letters)
  await profile.relaunch()
  expect(await lettersIn(await visit(profile, shop))).toMatchObject(letters)
})

test('delivers once what is retried when the vendor takes it', async ({
  klaviyo,
  shop,
  refused,
  profile,
}) => {
  const page = await visit(profile, shop)
  await trackAll(page, LABELS)
  await expectRecorded(klaviyo, GOOD)
  await expect.poll(() => labelsIn(page)).toEqual(BAD)

  refused.clear()
  expect(await retry(page, [await idOf(page, 'bad 1')])).toBe(1)
  await expectRecorded(klaviyo, [...GOOD, 'bad 1'])
  expect(await labelsIn(page)).toEqual(['bad 2'])
  expect(await retry(page)).toBe(1)
  await expectEachOnce(klaviyo, LABELS, page)
  expect(await labelsIn(page)).toEqual([])
  expect(await retry(page)).toBe(0)
})

test('lists again what is refused again', async ({ klaviyo, shop, profile }) => {
  const page = await visit(profile, shop)
  await trackAll(page, LABELS)
  await expectRecorded(klaviyo, GOOD)
  await expect.poll(() => labelsIn(page)).toEqual(BAD)

  expect(await retry(page)).toBe(BAD.length)
  await expectQueueEmpty(page)
  await expect.poll(() => labelsIn(page)).toEqual(BAD)
  expect(tally(klaviyo, LABELS)).toEqual({ lost: BAD, twice: [] })
})

test('forgets what is cleared, alone or all of it', async ({ klaviyo, shop, refused, profile }) => {
  const page = await visit(profile, shop)
  await trackAll(page, LABELS)
  await expectRecorded(klaviyo, GOOD)
  await expect.poll(() => labelsIn(page)).toEqual(BAD)

  expect(await clear(page, [await idOf(page, 'bad 1')])).toBe(1)
  expect(await labelsIn(page)).toEqual(['bad 2'])
  expect(await clear(page)).toBe(1)
  refused.clear()
  expect([await labelsIn(page), await retry(page)]).toEqual([[], 0])
  expect(tally(klaviyo, LABELS)).toEqual({ lost: BAD, twice: [] })
})
