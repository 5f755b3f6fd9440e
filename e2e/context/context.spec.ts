import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs, propertiesOf } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { trackAllStored, visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'

test('says of each event where it happened, and never more than the page says itself', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const link = '<a href="/shop?size=xl#top">Next</a>'
  site.setPage('/news', fullPage(vendor, {}, { body: link }))
  site.setPage('/shop', fullPage(vendor))
  const page = await visit(profile, `${site.origin}/news`)
  const facts = await page.evaluate(() => {
    setTimeout(() => document.querySelector('a')?.click())
    return { locale: navigator.language, viewport_width: innerWidth, viewport_height: innerHeight }
  })
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => 'on its way')).toBe('/shop')
  await trackAllStored(page, ['plain'])
  await page.evaluate(() => void window.track('Tested', { label: 'own', url: 'mine', title: null }))

  const events = await expectRecordedAs(klaviyo, 'Tested', 2)
  expect(propertiesOf(events, 'plain')).toEqual({
    label: 'plain',
    url: `${site.origin}/shop?size=xl#top`,
    path: '/shop',
    title: 'Shop',
    referrer: `${site.origin}/news`,
    session_id: expect.stringMatching(/^[\da-f-]{36}$/),
    ...facts,
  })
  expect(propertiesOf(events, 'own')).toMatchObject({ url: 'mine', title: null, path: '/shop' })
})

test('leaves e-mail addresses and tokens out of addresses', async ({ klaviyo, vendor, site, profile }) => {
  site.setPage(
    '/from',
    fullPage(vendor, {}, { body: '<a href="/account?reset_token=s3cret&size=xl#access_token=s3cret">x</a>' }),
  )
  site.setPage('/account', fullPage(vendor))
  const page = await visit(
    profile,
    `${site.origin}/from?utm_content=ada%40shop.test&utm_source=news&email=ada@shop.test`,
  )
  await page.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()))
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => 'on its way')).toBe('/account')
  await trackAllStored(page, ['redacted'])

  const events = await expectRecordedAs(klaviyo, 'Tested', 1)
  expect(propertiesOf(events, 'redacted')).toMatchObject({
    url: `${site.origin}/account?reset_token=redacted&size=xl#access_token=redacted`,
    referrer: `${site.origin}/from?utm_content=redacted&utm_source=news&email=redacted`,
    utm_source: 'news',
    utm_content: 'redacted',
  })
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  for (const { body } of klaviyo.requests()) expect(body).not.toMatch(/s3cret|ada(@|%40)/)
  expect(stored).not.toMatch(/s3cret|ada(@|%40)/)
})

test('begins another session after half an hour without an event, in every tab', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  // Replaces the page's clock by one that shows the time after a break.
  const clock =
    '<script>{ const real = Date.now; const gap = Number(localStorage.gap ?? 0); Date.now = () => real() + gap }</script>'
  site.setPage('/landing', fullPage(vendor, {}, { before: clock }))
  site.setPage('/shop', fullPage(vendor, {}, { before: clock }))
  const page = await visit(profile, `${site.origin}/landing?utm_source=news`)
  await trackAllStored(page, ['before'])
  await expectQueueEmpty(page)
  await page.evaluate(() => void localStorage.setItem('gap', `${31 * 60_000}`))
  await page.goto(`${site.origin}/shop?gclid=g2`)
  await trackAllStored(page, ['after'])
  const tab = await visit(profile, `${site.origin}/shop`)
  await trackAllStored(tab, ['after, other tab'])

  const events = await expectRecordedAs(klaviyo, 'Tested', 3)
  const [before, after, other] = ['before', 'after', 'after, other tab'].map((label) =>
    propertiesOf(events, label),
  )
  expect(before).toMatchObject({ utm_source: 'news' })
  expect(after).toMatchObject({ gclid: 'g2' })
  expect(after).not.toHaveProperty('utm_source')
  expect(after?.session_id).not.toBe(before?.session_id)
  expect(other?.session_id).toBe(after?.session_id)
})

test('is one session in tabs that were opened at the same moment, once they have heard of each other', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/shop', fullPage(vendor))
  const tabs = await Promise.all([1, 2, 3].map(() => visit(profile, `${site.origin}/shop`)))
  await Promise.all(tabs.map((tab, index) => trackAllStored(tab, [`early ${index}`])))
  const idsIn = () => tabs.map((tab) => tab.evaluate(() => localStorage.getItem('sendoff-session')))
  await expect.poll(async () => new Set(await Promise.all(idsIn())).size, { message: 'one record' }).toBe(1)
  await Promise.all(tabs.map((tab, index) => trackAllStored(tab, [`late ${index}`])))

  const events = await expectRecordedAs(klaviyo, 'Tested', 6)
  const late = [0, 1, 2].map((index) => propertiesOf(events, `late ${index}`)?.session_id)
  expect(new Set(late).size).toBe(1)
})
