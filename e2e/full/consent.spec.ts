import { expect } from '@playwright/test'
import { type statusOf, trackAll, visit } from '../shop-page.ts'
import { expectEachOnce } from '../verdict.ts'
import { NOTHING, storedIn, test } from './full-scene.ts'

const decide = (page: Parameters<typeof statusOf>[0], decision: 'granted' | 'denied') =>
  page.evaluate((decision) => Reflect.get(window.track, 'consent')(decision), decision)

test.describe('while consent is required', () => {
  test.use({ attributes: { 'data-consent': 'required', 'data-cookie-domain': 'auto' } })

  test('nothing is stored or sent; once it is granted, what was tracked is delivered', async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const page = await visit(profile, site.origin)
    await trackAll(page, ['early'])
    expect(await page.evaluate(() => window.track.flush())).toMatchObject({ queues: [] })
    expect(await storedIn(page)).toEqual(NOTHING)
    expect(vendor.requests()).toEqual([])

    await decide(page, 'granted')
    await trackAll(page, ['late'])
    await expectEachOnce(klaviyo, ['early', 'late'], page)
    expect(await storedIn(page)).not.toEqual(NOTHING)
  })
})
