import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

test('delivers 20,000 events of one loop in at most 22 bulk requests', async ({ klaviyo, site, profile }) => {
  const labels = labelled('event', 20_000)
  const page = await profile.page()
  await page.goto(site.origin)
  await trackAll(page, labels)

  await expectEachOnce(klaviyo, labels, page, 40_000)
  const bulk = klaviyo.requests().filter(({ path }) => path.startsWith('/client/event-bulk-create'))
  expect(bulk.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(22)
})
