import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test as base } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

/**
 * A script that sites had before (`git show c27c9fd:dist/sendoff.klaviyo.js`), which writes the records of its time.
 */
const EARLIER = readFileSync(new URL('./versions/sendoff.klaviyo.0.1.0-c27c9fd.js', import.meta.url), 'utf8')

const test = base.extend<{
  /** A shop whose page `/earlier` has the earlier script, and `/both` has both, under names of their own. */
  readonly shop: string
}>({
  shop: async ({ site, vendor }, use) => {
    const attributes = attributesFor(vendor)
    const earlier = snippet(attributes, '/earlier.js')
    const named = snippet({ ...attributes, 'data-global': 'earlierTrack' }, '/earlier.js')
    site.setPage('/earlier.js', { html: EARLIER, headers: { 'Content-Type': 'text/javascript' } })
    site.setPage('/earlier', pageWith(earlier))
    site.setPage('/both', pageWith(named.replace('.track=', '.earlierTrack=') + snippet(attributes)))
    await use(site.origin)
  },
})

const waitForBoth = (page: Tab): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => ['track', 'earlierTrack'].some((name) => 'q' in Reflect.get(window, name))),
    )
    .toBe(false)

test('two versions on one page deliver each event once', async ({ klaviyo, vendor, shop, profile }) => {
  const [one, other] = [labelled('this', 100), labelled('earlier', 100)]
  await vendor.setMode({ type: 'slow', ms: 300 })
  const page = await visit(profile, `${shop}/both`)
  await waitForBoth(page)
  await page.evaluate((labels) => {
    for (const label of labels) Reflect.get(window, 'earlierTrack')('Tested', { label })
  }, other)
  await trackAll(page, one)

  await expectEachOnce(klaviyo, [...one, ...other], page)
})

for (const { name, first, between } of [
  { name: 'an earlier version', first: '/earlier', between: undefined },
  // The earlier script does not know the names of accounts, so the records of the later one wait for it.
  { name: 'a later version, after a site has gone back and come again,', first: '/', between: '/earlier' },
]) {
  test(`delivers once what ${name} has left`, async ({ klaviyo, vendor, shop, profile }) => {
    const [stored, sent] = [labelled('stored', 50), labelled('sent', 20)]
    // The vendor has taken the events, but no page has heard the answer: the journal exists for this case.
    await vendor.setMode({ type: 'slow', ms: 60_000 })
    const closing = await visit(profile, `${shop}${first}`)
    await trackAllStored(closing, sent)
    await expect.poll(vendor.inFlight).toBe(1)
    await trackAllStored(closing, stored)
    await closing.close()
    await vendor.setMode({ type: 'up' })

    if (between) await (await visit(profile, `${shop}${between}`)).close()
    const page = await visit(profile, shop)
    await trackAll(page, ['next'])
    await expectEachOnce(klaviyo, [...sent, ...stored, 'next'], page, 60_000)
  })
}

test('works beside records and words in its state that it does not know', async ({
  klaviyo,
  vendor,
  shop,
  profile,
}) => {
  const labels = labelled('event', 50)
  await vendor.setMode({ type: 'down' })
  const closing = await visit(profile, shop)
  await trackAllStored(closing, labels)
  await closing.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sendoff')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('sendoff', 'readwrite')
          const records = transaction.objectStore('sendoff')
          const reading = records.get('klaviyo:AbC123/s')
          reading.onsuccess = () => {
            const state = { ...JSON.parse(reading.result), shape: 2, lanes: [{ pace: 7 }] }
            records.put(JSON.stringify(state), 'klaviyo:AbC123/s')
            records.put('{"made":"later"}', 'klaviyo:AbC123/later/1')
            records.put('{"made":"later"}', 'later')
          }
          transaction.oncomplete = () => resolve()
          transaction.onerror = () => reject(transaction.error)
        }
      }),
  )
  await closing.close()
  await vendor.setMode({ type: 'up' })

  const page = await visit(profile, shop)
  await expectEachOnce(klaviyo, labels, page)
})
