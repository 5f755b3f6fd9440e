import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { VIEWED } from '../support/viewed.ts'
import { NAVIGATIONS } from './titled-navigations.ts'

for (const { router, go } of NAVIGATIONS)
  test(`tells the address, the title and the page before, with ${router}`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }))
    const page = await visit(profile, `${site.origin}/app?size=xl`)
    await expectRecordedAs(klaviyo, VIEWED, 1)
    await page.evaluate((go) => {
      // The code runs as the page's own: with its scope, and its microtasks before anything else.
      const script = Object.assign(document.createElement('script'), { text: go })
      document.body.append(script)
      window.track('Between')
    }, go)

    const [first, second] = await expectRecordedAs(klaviyo, VIEWED, 2)
    expect(first?.properties).toMatchObject({ title: 'Shop', path: '/app' })
    expect(first?.properties).not.toHaveProperty('previous_url')
    expect(second?.properties).toMatchObject({
      url: `${site.origin}/app/cart`,
      title: 'Cart',
      previous_url: `${site.origin}/app?size=xl`,
    })
    // The document's own referrer stays, and it has none.
    expect(second?.properties).not.toHaveProperty('referrer')
    const [between] = await expectRecordedAs(klaviyo, 'Between', 1)
    expect(between?.properties).toMatchObject({ path: '/app/cart' })
    expect(between?.properties.title ?? 'Cart').toBe('Cart')
  })

test('tells the last page of a visit, left before it had a title, without that of the page before', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }))
  const page = await visit(profile, `${site.origin}/app`)
  await expectRecordedAs(klaviyo, VIEWED, 1)
  await page.evaluate(() => {
    history.pushState(null, '', '/app/cart')
    setTimeout(() => location.assign('/bare'), 100)
  })

  const [, second] = await expectRecordedAs(klaviyo, VIEWED, 2)
  expect(second?.properties).toMatchObject({ path: '/app/cart' })
  expect(second?.properties).not.toHaveProperty('title')
})
