import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { expectIdle, goBack, visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { addressesViewed, pathsViewed, VIEWED } from '../support/viewed.ts'

/**
 * WebKit refuses more changes of the history than these in ten seconds; the other engines only more than twice as many.
 */
const WEBKIT_CHANGES = 100
const CHANGES = 200

for (const { title, before } of [
  { title: 'as the browser tells of them', before: '' },
  {
    title: 'where the browser has no Navigation API',
    before: '<script>Object.defineProperty(window, "navigation", { value: undefined })</script>',
  },
]) {
  test(`sees ${CHANGES} rapid navigations once each and in their order, ${title}`, async ({
    engine,
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const count = engine === 'webkit' ? WEBKIT_CHANGES : CHANGES
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { before }))
    const page = await visit(profile, `${site.origin}/app`)
    await page.evaluate((count) => {
      for (let index = 1; index <= count; index++) history.pushState(null, '', `/app/${index}`)
    }, count)

    await expectRecordedAs(klaviyo, VIEWED, count + 1)
    await expectQueueEmpty(page)
    const paths = Array.from({ length: count }, (_, index) => `/app/${index + 1}`)
    expect(pathsViewed(klaviyo)).toEqual(['/app', ...paths])
  })

  test(`sees steps back and forth and other pages, but neither queries nor fragments, ${title}`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { before }))
    const page = await visit(profile, `${site.origin}/app`)
    await page.evaluate(async () => {
      const arrived = () => new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
      history.pushState(null, '', '/app/a')
      history.replaceState({ scroll: 1 }, '')
      history.replaceState(null, '', '/app/a?sort=price')
      location.hash = 'reviews'
      history.pushState(null, '', '/app/b')
      let back = arrived()
      history.go(-2)
      await back
      back = arrived()
      history.forward()
      await back
      history.pushState(null, '', '/app/end')
    })

    await expectRecordedAs(klaviyo, VIEWED, 5)
    await expectQueueEmpty(page)
    // Steps back and forth lead to `/app/a?sort=price`, then to its fragment, which is not a view.
    expect(addressesViewed(klaviyo)).toEqual(['/app', '/app/a', '/app/b', '/app/a?sort=price', '/app/end'])
  })
}

test('sees a page that comes out of the back/forward cache', async ({ klaviyo, vendor, site, profile }) => {
  site.setPage('/one', fullPage(vendor, { 'data-pageviews': '' }))
  site.setPage('/two', fullPage(vendor, { 'data-pageviews': '' }))
  const page = await visit(profile, `${site.origin}/one`)
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  )
  // A page that is left in the middle of a round may be dropped from the cache.
  await expectRecordedAs(klaviyo, VIEWED, 1)
  await expectIdle(page)
  await page.goto(`${site.origin}/two`)
  await expectRecordedAs(klaviyo, VIEWED, 2)
  await expectIdle(page)
  await goBack(page)
  expect(await page.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true)

  await expectRecordedAs(klaviyo, VIEWED, 3)
  await expectQueueEmpty(page)
  expect(pathsViewed(klaviyo)).toEqual(['/one', '/two', '/one'])
})
