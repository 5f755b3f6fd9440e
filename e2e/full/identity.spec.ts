import { expect } from '@playwright/test'
import type { Tab } from '../engines/engine.ts'
import { trackAll, visit } from '../shop-page.ts'
import { expectEachOnce, expectRecorded } from '../verdict.ts'
import { identityIn, test } from './full-scene.ts'

const CID = btoa('8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f')

/** Waits until the database has its copy, which is made when the page has time. */
const expectCopied = (page: Tab) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('sendoff')
            opening.onsuccess = () => {
              const db = opening.result
              const place = Object.keys(localStorage).find((key) => key.startsWith('sendoff-identity/')) ?? ''
              const copy = db.transaction('sendoff').objectStore('sendoff').get(place.replace('sendoff-', ''))
              copy.onsuccess = () => resolve(copy.result === localStorage.getItem(place))
              db.close()
            }
          }),
      ),
    )
    .toBe(true)

test('the visitor stays the same when localStorage is lost, and when the database is', async ({
  klaviyo,
  site,
  profile,
}) => {
  const first = await visit(profile, site.origin)
  await first.evaluate(() => window.track.identify('customer-7', { email: 'ada@shop.test' }))
  await trackAll(first, ['first'])
  await expectRecorded(klaviyo, ['first'])
  await expectCopied(first)
  const identity = await identityIn(first)

  await first.goto(`${site.origin}/bare`)
  await first.evaluate(() => localStorage.clear())
  await first.goto(site.origin)
  await trackAll(first, ['localStorage lost'])
  await expectRecorded(klaviyo, ['localStorage lost'])
  expect(await identityIn(first)).toEqual(identity)

  await first.goto(`${site.origin}/bare`)
  await first.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('sendoff').onsuccess = () => resolve()
      }),
  )
  await first.goto(site.origin)
  await trackAll(first, ['database lost'])
  await expectRecorded(klaviyo, ['database lost'])
  await expectCopied(first)
  expect(await identityIn(first)).toEqual(identity)
  expect(new Set(klaviyo.events().map(({ profile }) => profile.anonymous_id)).size).toBe(1)
})

test('events before identify keep the anonymous identity, and the vendor joins them', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await page.evaluate(() => {
    window.track('Tested', { label: 'before' })
    window.track.identify(' customer-7 ', { email: ' Ada@Shop.TEST ', firstName: 'Ada', tier: 'gold' })
    window.track('Tested', { label: 'after' })
  })
  await expectEachOnce(klaviyo, ['before', 'after'], page)
  const [before, after] = klaviyo.events()
  expect([before?.profile.email, after?.profile.email]).toEqual([undefined, 'ada@shop.test'])
  expect(klaviyo.profiles()).toMatchObject([
    { attributes: { email: 'ada@shop.test', external_id: 'customer-7', first_name: 'Ada' } },
  ])
  expect(before?.profileId).toBe(after?.profileId)
})

test('reset() begins somebody new', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, site.origin)
  await page.evaluate(() => {
    window.track.identify('customer-7')
    window.track('Tested', { label: 'hers' })
    window.track.reset()
    window.track('Tested', { label: 'somebody’s' })
  })
  await expectEachOnce(klaviyo, ['hers', 'somebody’s'], page)
  const [hers, others] = klaviyo.events().map(({ profile }) => profile)
  expect([hers?.external_id, others?.external_id]).toEqual(['customer-7', undefined])
  expect(hers?.anonymous_id).not.toBe(others?.anonymous_id)
})

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

/** What Klaviyo's own script writes down, now; and waits until it is time to look again. */
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
