import { expect } from '@playwright/test'
import { NOTHING, storedIn, test } from '../support/full-scene.ts'
import { trackAll, visit } from '../support/shop-page.ts'

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
