import { snippet } from '../../demo/snippet.ts'
import type { Vendor } from '../../testing/http/vendor.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'
import { expectWorker, WORKER } from '../support/worker-page.ts'

/** Makes a shop that has switched the worker on. */
const workerShop = (vendor: Vendor): string =>
  pageWith(snippet({ ...attributesFor(vendor), 'data-worker': WORKER }))

for (const { reason, page: pageOf } of [
  {
    reason: 'by the content policy',
    page: (html: string) => ({ html, headers: { 'Content-Security-Policy': "worker-src 'none'" } }),
  },
  { reason: 'as its script is missing', page: (html: string) => html.replace(WORKER, '/missing.js') },
  {
    reason: 'as the browser has none',
    page: (html: string) =>
      html.replace('<script>', '<script>delete Navigator.prototype.serviceWorker</script><script>'),
  },
])
  test(`refused ${reason}, the page delivers by itself and says so`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    site.setPage('/', pageOf(workerShop(vendor)))
    const labels = labelled('event', 60)
    const page = await visit(profile, site.origin)
    await expectWorker(page, 'refused')
    await trackAll(page, labels)
    await expectEachOnce(klaviyo, labels, page)
  })

test('without the option there is no worker', async ({ klaviyo, site, profile }) => {
  const labels = labelled('event', 5)
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expectEachOnce(klaviyo, labels, page)
  await expectWorker(page, 'none')
})

test('a site that has a worker keeps it, and takes ours in', async ({ klaviyo, vendor, site, profile }) => {
  site.setPage('/worker.js', {
    html: `self.sendoffOptions = { destination: 'klaviyo', key: 'AbC123', endpoint: '${vendor.origin}' }
importScripts('${WORKER}')`,
    headers: { 'Content-Type': 'text/javascript' },
  })
  site.setPage('/', workerShop(vendor))
  site.setPage('/first', pageWith(''))
  const first = await visit(profile, `${site.origin}/first`)
  await first.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
  })
  const labels = labelled('event', 500)
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  )
  test.expect(scopes).toEqual([`${site.origin}/`])
  await trackAll(page, labels, 'x'.repeat(700))
  await page.close()
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin), 60_000)
})
