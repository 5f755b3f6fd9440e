import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, statusOf, trackAll, visit } from '../support/shop-page.ts'
import { expectQueueEmpty, expectRecorded, tally } from '../support/verdict.ts'

// Chromium repeats a request by itself when a connection that it has used before breaks without an answer
// (net::HttpNetworkTransaction::ShouldResendRequest). The vendor receives the same batch twice, and the page only the
// second answer.
test('does not count as refused what the browser itself has sent twice', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  await vendor.setMode({ type: 'break-once' })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)

  await expectRecorded(klaviyo, labels)
  await expectQueueEmpty(page)
  expect(tally(klaviyo, labels).twice).toEqual([])
  const { counts } = (await statusOf(page)).queues[0] ?? {}
  expect(counts).toEqual({ delivered: 20 })
})
