import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { addressesViewed, VIEWED } from '../support/viewed.ts'

test('follows a router that keeps its pages in the fragment, where the tag says so', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/app', fullPage(vendor, { 'data-pageviews': 'hash' }))
  const page = await visit(profile, `${site.origin}/app#/`)
  await page.evaluate(async () => {
    for (const hash of ['/cart', '/cart?step=2', '/end']) {
      location.hash = hash
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })

  await expectRecordedAs(klaviyo, VIEWED, 3)
  await expectQueueEmpty(page)
  expect(addressesViewed(klaviyo)).toEqual(['/app#/', '/app#/cart', '/app#/end'])
})

test('counts one view for a search field that writes each letter into the address, or each, as the tag says', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/path', fullPage(vendor, { 'data-pageviews': '' }))
  site.setPage('/query', fullPage(vendor, { 'data-pageviews': 'query' }))
  const page = await profile.page()
  for (const path of ['/path', '/query']) {
    await page.goto(site.origin + path)
    await page.evaluate(() => {
      for (const text of ['s', 'sh', 'sho']) history.replaceState(null, '', `?q=${text}`)
      history.pushState(null, '', '/end')
    })
    await expectRecordedAs(klaviyo, VIEWED, path === '/path' ? 2 : 7)
  }
  const viewed = ['/path', '/end', '/query', '/query?q=s', '/query?q=sh', '/query?q=sho', '/end']
  expect(addressesViewed(klaviyo)).toEqual(viewed)
})
