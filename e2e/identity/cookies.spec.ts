import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import type { Site } from '../../testing/http/site.ts'
import { test } from '../support/fixtures.ts'
import { fullPage } from '../support/shop-html.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectRecorded } from '../support/verdict.ts'

const at = (site: Site, host: string): string => `http://${host}:${site.port}/`

const ourCookies = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(() => document.cookie.split('; ').filter((cookie) => cookie.startsWith('sendoff_id=')))

test('a cookie of an option that has changed is removed, and the visitor stays the same', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/', fullPage(vendor, { 'data-cookie-domain': 'www.shop.localhost' }))
  const page = await visit(profile, at(site, 'www.shop.localhost'))
  await trackAll(page, ['narrow'])
  await expectRecorded(klaviyo, ['narrow'])
  site.setPage('/', fullPage(vendor, { 'data-cookie-domain': 'auto' }))
  await page.goto(at(site, 'www.shop.localhost'))
  await trackAll(page, ['wide'])
  await expectRecorded(klaviyo, ['wide'])

  expect(await ourCookies(page)).toHaveLength(1)
  await page.goto(at(site, 'blog.shop.localhost'))
  await trackAll(page, ['elsewhere'])
  await expectRecorded(klaviyo, ['elsewhere'])
  expect(new Set(klaviyo.events().map(({ profile }) => profile.anonymous_id)).size).toBe(1)
})

test('of two cookies, of sites of one domain with other options each, the newest word holds', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const narrow = fullPage(vendor, { 'data-cookie-domain': 'www.shop.localhost' })
  const wide = fullPage(vendor, { 'data-cookie-domain': 'auto' })
  site.setPage('/', narrow)
  const page = await visit(profile, at(site, 'www.shop.localhost'))
  await trackAll(page, ['www'])
  await expectRecorded(klaviyo, ['www'])
  // Cookies are dated to the second, so the test waits for longer than a second.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  site.setPage('/', wide)
  await page.goto(at(site, 'blog.shop.localhost'))
  await trackAll(page, ['blog'])
  await expectRecorded(klaviyo, ['blog'])
  site.setPage('/', narrow)
  await page.goto(at(site, 'www.shop.localhost'))
  await trackAll(page, ['www again'])
  await expectRecorded(klaviyo, ['www again'])

  expect(await ourCookies(page)).toHaveLength(1)
  const [first, blog, again] = ['www', 'blog', 'www again'].map(
    (label) => klaviyo.events().find(({ properties }) => properties.label === label)?.profile.anonymous_id,
  )
  expect(blog).not.toBe(first)
  expect(again).toBe(blog)
})
