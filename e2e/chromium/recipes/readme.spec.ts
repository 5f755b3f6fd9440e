import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { asWritten, bundle, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

test('the script tags of the README track', async ({ klaviyo, vendor, site, visitor }) => {
  site.setPage('/', pageWith(asWritten('../README', vendor.origin)['index.html'] ?? ''))
  const page = await visitor.page()
  await page.goto(site.origin)

  await expectRecordedExactly(klaviyo, [['Viewed Product', { sku: 'A-1', value: 19.9, currency: 'EUR' }]])
})

test('the module of the README tracks, for the person whom it names', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const files = asWritten('../README', vendor.origin)
  site.setPage('/', pageWith(inline(await bundle({ ...files, entry: "import './shop'" }))))
  const page = await visitor.page()
  await page.goto(site.origin)

  await expectRecordedExactly(klaviyo, [['Added to Cart', { sku: 'A-1' }]])
  expect(klaviyo.events()[0]?.profile).toMatchObject({ external_id: 'customer-7', email: 'ada@shop.test' })
})

test('the tracker with consent of the guide sends nothing before it, and not what is dropped', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const files = asWritten('../docs/guide/full', vendor.origin)
  const waiting = {
    ...files,
    'consent.ts': files['consent.ts']?.replace("track.consent('granted')", '') ?? '',
  }
  site.setPage('/waiting', pageWith(inline(await bundle({ ...waiting, entry: "import './consent'" }))))
  site.setPage('/', pageWith(inline(await bundle({ ...files, entry: "import './consent'" }))))
  const page = await visitor.page()
  await page.goto(`${site.origin}/waiting`)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await page.goto(site.origin)

  // This is one of two pages: the memory of the first is gone with that page.
  await expectRecordedExactly(klaviyo, [['Viewed Product', { sku: 'A-1' }]])
})
