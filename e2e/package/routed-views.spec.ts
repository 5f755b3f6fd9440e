import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { goBack, visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { VIEWED } from '../support/viewed.ts'
import { bundle } from './bundle.ts'

/** The routers as they are published. Another entry needs a line here, and its page in this folder. */
const ROUTERS = [
  { name: 'Vue Router', entry: 'vue-router-page.ts' },
  { name: 'React Router', entry: 'react-router-page.ts' },
]

for (const { name, entry } of ROUTERS)
  test(`${name}: each view has the title and the address of its page, and the page before`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    site.setPage('/page.js', {
      html: await bundle(entry, 'production'),
      headers: { 'Content-Type': 'text/javascript' },
    })
    const body = '<div id="root"></div><script src="/page.js"></script>'
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { body }))
    const page = await visit(profile, `${site.origin}/app?size=xl`)
    await expectRecordedAs(klaviyo, VIEWED, 1)
    await page.evaluate(() => document.querySelector('a')?.click())
    await expectRecordedAs(klaviyo, VIEWED, 2)
    await goBack(page)
    const views = await expectRecordedAs(klaviyo, VIEWED, 3)
    const mounted = await expectRecordedAs(klaviyo, 'Mounted', 3)

    await expectQueueEmpty(page)
    expect(views.map(({ properties: { title, url, previous_url } }) => [title, url, previous_url])).toEqual([
      ['Shop', `${site.origin}/app?size=xl`, undefined],
      ['Cart', `${site.origin}/app/cart`, `${site.origin}/app?size=xl`],
      ['Shop', `${site.origin}/app?size=xl`, `${site.origin}/app/cart`],
    ])
    // An event that a page tracks when it is mounted is not delayed, and never has the title of the page before.
    for (const { properties } of mounted) {
      expect(properties.path).toBe(properties.label === 'Cart' ? '/app/cart' : '/app')
      expect(properties.title ?? properties.label).toBe(properties.label)
    }
  })
