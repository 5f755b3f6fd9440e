import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { createKlaviyoEmulator, type KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { startVendor } from '../../testing/http/vendor.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce, expectRecorded, tally } from '../support/verdict.ts'

/** Makes two shops of one origin, `/de` and `/en`, each with an account and a vendor's server of its own. */
const withTwoShops = test.extend<{ german: KlaviyoEmulator; english: KlaviyoEmulator }>({
  german: async ({ site }, use) => {
    const emulator = createKlaviyoEmulator({ companyId: 'AAAAAA' })
    const vendor = await startVendor(emulator)
    site.setPage('/de', pageWith(snippet({ ...attributesFor(vendor), 'data-key': 'AAAAAA' })))
    await use(emulator)
    await vendor.close()
  },
  english: async ({ site }, use) => {
    const emulator = createKlaviyoEmulator({ companyId: 'BBBBBB' })
    const vendor = await startVendor(emulator)
    const attributes = { ...attributesFor(vendor), 'data-key': 'BBBBBB' }
    site.setPage('/en', pageWith(snippet(attributes)))
    site.setPage('/apart', pageWith(snippet({ ...attributes, 'data-namespace': 'apart' })))
    await use(emulator)
    await vendor.close()
  },
})

const ADA = 'ada@shop.test'
const emailsIn = (klaviyo: KlaviyoEmulator) =>
  klaviyo.profiles().map(({ attributes }) => attributes.email ?? undefined)
const anonymousIdsIn = (klaviyo: KlaviyoEmulator) =>
  klaviyo.profiles().map(({ attributes }) => attributes.anonymous_id)

withTwoShops(
  'what is tracked in one shop never reaches the other',
  async ({ german, english, site, profile }) => {
    const de = await visit(profile, `${site.origin}/de`)
    await de.evaluate((email) => {
      window.track.identify('customer-7', { email })
    }, ADA)
    await trackAll(de, labelled('de', 50))
    // The other shop starts while events of this one are queued.
    const en = await visit(profile, `${site.origin}/en`)
    await trackAll(en, labelled('en', 50))

    await expectEachOnce(german, labelled('de', 50), de)
    await expectEachOnce(english, labelled('en', 50), en)
    expect([german.events().length, english.events().length]).toEqual([50, 50])
    expect([emailsIn(german), emailsIn(english)]).toEqual([[ADA], [undefined]])
    expect(anonymousIdsIn(english)).toEqual(anonymousIdsIn(german))
  },
)

withTwoShops(
  'the queue of a shop waits for its own page, and not for the other',
  async ({ german, english, site, profile }) => {
    const first = await visit(profile, `${site.origin}/de`)
    await trackAll(first, labelled('de', 200), 'x'.repeat(700))
    await first.close()
    const en = await visit(profile, `${site.origin}/en`)
    await trackAll(en, ['en'])
    await expectEachOnce(english, ['en'], en)
    expect(english.events()).toHaveLength(1)

    const next = await visit(profile, `${site.origin}/de`)
    await expectEachOnce(german, labelled('de', 200), next)
  },
)

withTwoShops(
  'a tab follows who was identified in another of its shop',
  async ({ german, english, site, profile }) => {
    const early = await visit(profile, `${site.origin}/de`)
    const other = await visit(profile, `${site.origin}/en`)
    const late = await visit(profile, `${site.origin}/de`)
    await late.evaluate(async (email) => {
      await window.track.identify('customer-7', { email }).stored
    }, ADA)
    await trackAll(early, ['early'])
    await trackAll(other, ['other'])

    await expectRecorded(german, ['early'])
    await expectRecorded(english, ['other'])
    expect([emailsIn(german), emailsIn(english)]).toEqual([[ADA], [undefined]])
  },
)

withTwoShops('a namespace shares nothing with the account beside it', async ({ english, site, profile }) => {
  const en = await visit(profile, `${site.origin}/en`)
  await en.evaluate((email) => {
    window.track.identify('customer-7', { email })
  }, ADA)
  await trackAll(en, ['en'])
  const apart = await visit(profile, `${site.origin}/apart`)
  await trackAll(apart, ['apart'])

  await expectEachOnce(english, ['en'], en)
  await expectEachOnce(english, ['apart'], apart)
  expect(new Set(emailsIn(english))).toEqual(new Set([ADA, undefined]))
  expect(new Set(anonymousIdsIn(english)).size).toBe(2)
})

test('a mistyped address costs no event, and few requests', async ({ klaviyo, site, profile }) => {
  const labels = labelled('mistyped', 300)
  const page = await visit(profile, site.origin)
  await page.evaluate(() => {
    window.track.identify({ email: 'ada@-shop.test' })
  })
  await trackAll(page, labels)

  await expectRecorded(klaviyo, labels)
  expect(tally(klaviyo, labels)).toEqual({ lost: [], twice: [] })
  expect(klaviyo.requests().filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(20)
})
