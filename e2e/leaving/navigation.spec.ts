import { test } from '../support/fixtures.ts'
import { expectIdle, goBack, labelled, trackAll, trackAndLeave, visit } from '../support/shop-page.ts'
import { expectEachOnce, expectRecorded } from '../support/verdict.ts'

test('loses nothing when the visitor goes to the next page at once', async ({ klaviyo, site, profile }) => {
  const labels = labelled('event', 50)
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await page.goto(`${site.origin}/next`)

  await expectEachOnce(klaviyo, labels, page)
})

test('delivers what fits into one request although the next page has no script', async ({
  klaviyo,
  site,
  profile,
}) => {
  const labels = labelled('event', 50)
  const page = await visit(profile, site.origin)
  await trackAndLeave(page, labels, `${site.origin}/bare`)
  await expectRecorded(klaviyo, labels)

  await page.goto(site.origin)
  await expectEachOnce(klaviyo, labels, page)
})

test('goes on after the back/forward cache', async ({ klaviyo, vendor, site, profile }) => {
  const page = await visit(profile, site.origin)
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  )
  await expectIdle(page)
  await trackAndLeave(page, ['before'], `${site.origin}/bare`)
  await vendor.setMode({ type: 'down' })
  await goBack(page)
  test.expect(await page.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true)
  await trackAll(page, ['after'])
  await vendor.setMode({ type: 'up' })

  await expectEachOnce(klaviyo, ['before', 'after'], page)
})

test('loses nothing on a visitor who hurries through ten pages', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, site.origin)
  const pages = Array.from({ length: 10 }, (_, index) => labelled(`page ${index}`, 10))
  for (const [index, labels] of pages.entries()) {
    await trackAll(page, labels)
    await page.goto(`${site.origin}${index % 2 ? '/' : '/next'}`)
  }

  await expectEachOnce(klaviyo, pages.flat(), page)
})
