import { expect } from '@playwright/test'
import { FULL, test } from '../support/fixtures.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { NOTHING, storedIn } from '../support/stored.ts'

test.use(FULL)

test.describe('where bots are to be ignored', () => {
  test.use({ attributes: { 'data-bots': 'ignore', 'data-pageviews': '' } })

  test('a browser that is driven by a program stores nothing and sends nothing', async ({
    vendor,
    site,
    profile,
  }) => {
    const page = await visit(profile, site.origin)
    await trackAll(page, ['by a program'])
    expect((await page.evaluate(() => window.track.flush())).queues).toEqual([])
    await page.goto(`${site.origin}/bare`)
    expect(await storedIn(page)).toEqual(NOTHING)
    expect(vendor.requests()).toEqual([])
  })
})
