import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { VendorMode } from '../../testing/http/vendor.ts'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

const FAILED_WITHIN_MS = 1_500

const posts = (requests: readonly { readonly method: string }[]): number =>
  requests.filter(({ method }) => method === 'POST').length

const outages: readonly { readonly name: string; readonly mode: VendorMode }[] = [
  { name: 'answers 503', mode: { type: 'status', status: 503, cors: true } },
  { name: 'answers 503 that a script cannot read', mode: { type: 'status', status: 503, cors: false } },
  { name: 'takes requests and loses its answers', mode: { type: 'drop-answer' } },
]

for (const { name, mode } of outages) {
  test(`delivers each event once after a server that ${name} for some seconds`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const labels = labelled('event', 20)
    await vendor.setMode(mode)
    const page = await visit(profile, site.origin)
    await trackAll(page, labels)
    await expect.poll(() => posts(vendor.requests()), { timeout: 20_000 }).toBeGreaterThanOrEqual(3)
    await vendor.setMode({ type: 'up' })

    await expectEachOnce(klaviyo, labels, page)
  })
}

test('delivers each event once after a server that was down, in the same tab', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  await vendor.setMode({ type: 'down' })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  // A request that reaches no server is seen by no server, and in WebKit not even by the page: so the test waits.
  await sleep(FAILED_WITHIN_MS)
  await vendor.setMode({ type: 'up' })

  await expectEachOnce(klaviyo, labels, page)
})

test('gives up a request that is never answered, and sends again', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 5)
  await vendor.setMode({ type: 'hang' })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect.poll(vendor.inFlight).toBe(1)
  await vendor.setMode({ type: 'up' })

  await expectEachOnce(klaviyo, labels, page, 45_000)
})

test('sends at the next visit what a server had taken and never answered', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 5)
  await vendor.setMode({ type: 'hang' })
  const first = await visit(profile, site.origin)
  await trackAll(first, labels)
  await expect.poll(vendor.inFlight).toBe(1)
  await first.close()
  await vendor.setMode({ type: 'up' })

  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})
