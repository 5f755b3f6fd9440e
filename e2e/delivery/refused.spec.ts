import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectQueueEmpty, expectRecorded, tally } from '../support/verdict.ts'

const WORDS = 'The vendor does not like this one.'
const labels = labelled('event', 1_000)
const bad = ['event 1', 'event 500', 'event 1000']
const good = labels.filter((label) => !bad.includes(label))

const refuse = ({ properties }: { readonly properties: Readonly<Record<string, unknown>> }) =>
  bad.includes(`${properties.label}`) ? WORDS : undefined

/** Keeps in the page what the tracker tells of dropped events. */
const listen = (page: Tab): Promise<void> =>
  page.evaluate(() => {
    window.dropped = []
    window.track.on('settled', ({ outcome }) => outcome.type === 'dropped' && window.dropped.push(outcome))
    window.track.on('error', () => 'told by the outcomes')
  })

declare global {
  interface Window {
    dropped: unknown[]
  }
}

// The last forty events, one of which is bad, have a request of their own, because they might have to leave with the
// page.
for (const { pointers, most } of [
  { pointers: true, most: 7 },
  { pointers: false, most: 40 },
]) {
  test.describe(pointers ? 'with pointers' : 'without pointers', () => {
    test.use({ rules: { refuse, pointers } })

    test(`finds three bad events among 1,000 in at most ${most} requests`, async ({
      klaviyo,
      vendor,
      site,
      profile,
    }) => {
      const page = await visit(profile, site.origin)
      await listen(page)
      await trackAll(page, labels)

      await expectRecorded(klaviyo, good, 40_000)
      await expectQueueEmpty(page)
      expect(tally(klaviyo, labels)).toEqual({ lost: bad, twice: [] })
      expect(vendor.requests().filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(most)
      const dropped = { type: 'dropped', reason: 'refused', detail: WORDS }
      expect(await page.evaluate(() => window.dropped)).toEqual([dropped, dropped, dropped])
    })
  })
}
