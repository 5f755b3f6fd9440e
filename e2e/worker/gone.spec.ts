import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { attributesFor, test as base, pageWith } from '../scene.ts'
import { labelled, statusOf, trackAll, visit } from '../shop-page.ts'
import { expectRecorded, tally, violations } from '../verdict.ts'

const test = base

const workerOf = (page: Parameters<typeof statusOf>[0]) =>
  expect.poll(async () => (await statusOf(page)).queues[0]?.worker).toBe('active')

test('a tab that is closed with a thousand events leaves none behind', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/', pageWith(snippet({ ...attributesFor(vendor), 'data-worker': '/dist/sendoff.worker.js' })))
  const labels = labelled('event', 1_000)
  const page = await visit(profile, site.origin)
  await workerOf(page)
  await trackAll(page, labels, 'x'.repeat(700))
  await page.close()

  const t0 = Date.now()
  await expectRecorded(klaviyo, labels, 20_000).catch((e) => {
    console.log(1000 - tally(klaviyo, labels).lost.length)
    throw e
  })
  console.log('ms', Date.now() - t0, klaviyo.requests().length)
  expect(tally(klaviyo, labels)).toEqual({ lost: [], twice: [] })
  expect(violations(klaviyo)).toEqual([])
})
