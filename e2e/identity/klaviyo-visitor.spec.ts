import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import { FULL, test } from '../support/fixtures.ts'
import { trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { identityIn } from '../support/stored.ts'
import { expectEachOnce, expectRecorded } from '../support/verdict.ts'

test.use(FULL)

const CID = btoa('8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f')

test('the visitor whom Klaviyo’s own script knows keeps that id; a link of its e-mails says who reads', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await profile.page()
  await page.goto(`${site.origin}/bare`)
  await page.evaluate((cid) => {
    const content = btoa(JSON.stringify({ cid, $exchange_id: 'remembered.AbC123' }))
    Object.assign(document, { cookie: `__kla_id=${encodeURIComponent(content)}` })
  }, CID)
  await page.goto(site.origin)
  await trackAll(page, ['known'])
  await expectRecorded(klaviyo, ['known'])
  await page.goto(`${site.origin}/?_kx=followed.AbC123`)
  await trackAll(page, ['from an e-mail'])
  await expectRecorded(klaviyo, ['from an e-mail'])
  await page.goto(`${site.origin}/?_kx=foreign.Other1`)
  await trackAll(page, ['from another shop’s e-mail'])
  await expectEachOnce(klaviyo, ['known', 'from an e-mail', 'from another shop’s e-mail'], page)
  const kxOf = klaviyo.events().map(({ properties, profile }) => [properties.label, profile._kx])
  expect(Object.fromEntries(kxOf)).toEqual({
    known: 'remembered.AbC123',
    'from an e-mail': 'followed.AbC123',
    'from another shop’s e-mail': 'followed.AbC123',
  })
  expect(new Set(klaviyo.events().map(({ profile }) => profile.anonymous_id))).toEqual(new Set([CID]))
})

/** Writes what Klaviyo's own script writes, and waits until the tracker may look again. */
const writeKlaviyoId = (page: Tab, content: object) =>
  page.evaluate(async (content) => {
    Object.assign(document, { cookie: `__kla_id=${encodeURIComponent(btoa(content))}` })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
  }, JSON.stringify(content))

test('Klaviyo’s own script comes later, and a form makes the visitor known: all of it is one profile', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['first'])
  await expectRecorded(klaviyo, ['first'])
  await writeKlaviyoId(page, { cid: CID })
  await trackAll(page, ['named'])
  await expectRecorded(klaviyo, ['named'])
  await page.goto(`${site.origin}/next`)
  await writeKlaviyoId(page, { cid: CID, $exchange_id: 'reader.AbC123' })
  await trackAll(page, ['known'])

  await expectEachOnce(klaviyo, ['first', 'named', 'known'], page)
  const [first, named, known] = klaviyo.events().map(({ profile }) => profile)
  expect(first?.anonymous_id).not.toBe(CID)
  expect([named, known]).toMatchObject([{ anonymous_id: CID }, { anonymous_id: CID, _kx: 'reader.AbC123' }])
  const readers = klaviyo.profiles().filter(({ attributes }) => attributes._kx === 'reader.AbC123')
  expect(readers.map(({ attributes }) => attributes.anonymous_id)).toContain(first?.anonymous_id)
})

test('who follows the link of another visitor’s e-mail is never sent as that visitor', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, `${site.origin}/?_kx=hers.AbC123`)
  await trackAll(page, ['reader'])
  await page.evaluate(() => window.track.identify('customer-7', { email: 'ada@shop.test' }))
  await trackAll(page, ['identified'])
  await expectRecorded(klaviyo, ['reader', 'identified'])
  await page.goto(`${site.origin}/next?_kx=another.AbC123`)
  await trackAll(page, ['identified, another link'])

  await expectEachOnce(klaviyo, ['reader', 'identified', 'identified, another link'], page)
  const people = klaviyo.events().map(({ profile }) => [profile._kx, profile.email])
  expect(people).toEqual([
    ['hers.AbC123', undefined],
    [undefined, 'ada@shop.test'],
    [undefined, 'ada@shop.test'],
  ])
  for (const { body } of klaviyo.requests())
    if (body.includes('ada@shop.test')) expect(body).not.toContain('"_kx"')
})

test('what is stored keeps the identity it was tracked with, whatever the vendor’s script says until it is sent', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'status', status: 503, cors: true })
  const page = await visit(profile, site.origin)
  await trackAllStored(page, ['stored'])
  const before = await identityIn(page)
  await writeKlaviyoId(page, { cid: CID, $exchange_id: 'reader.AbC123' })
  await trackAllStored(page, ['named'])
  await vendor.setMode({ type: 'up' })

  // After failures the next attempt may be some time away.
  await expectEachOnce(klaviyo, ['stored', 'named'], page, 90_000)
  const people = Object.fromEntries(
    klaviyo.events().map(({ properties, profile }) => [properties.label, profile]),
  )
  expect(people.stored?.anonymous_id).toBe(before.anonymousId)
  expect(people.stored).not.toHaveProperty('_kx')
  expect(people.named).toMatchObject({ anonymous_id: CID, _kx: 'reader.AbC123' })
})
