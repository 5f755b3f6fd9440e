import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, statusOf, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'
import { expectWorker, pageRequests, scopesOf, WORKER } from '../support/worker-page.ts'

test.use({ attributes: { 'data-worker': WORKER } })

test('while a page is open the worker delivers, and the page hears of it', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  const before = await pageRequests(page, vendor)
  const outcomes = await page.evaluate(async () => {
    const told: string[] = []
    window.track.on('settled', ({ event, destination }) => told.push(`${destination} ${event.name}`))
    const receipts = Array.from({ length: 20 }, () => window.track('Tested', { label: 'event 1' }).settled)
    const settled = await Promise.all(receipts)
    return { settled: settled.map(({ type }) => type), told }
  })
  expect(outcomes).toEqual({
    settled: Array(20).fill('delivered'),
    told: Array(20).fill('klaviyo Tested'),
  })
  expect(klaviyo.events().length).toBe(20)
  expect(await pageRequests(page, vendor)).toBe(before)
})

test('flush() resolves when the worker has delivered', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  const status = await page.evaluate(() => {
    window.track('Tested', { label: 'event 1' })
    return window.track.flush()
  })
  expect(status.queues[0]).toMatchObject({ queued: 0, worker: 'active', counts: { delivered: 1 } })
  expect(klaviyo.events().length).toBe(1)
})

test('it says to the page what the vendor refuses, and waits with it', async ({ vendor, site, profile }) => {
  const page = await visit(profile, site.origin)
  await expectWorker(page)
  await vendor.setMode({ type: 'status', status: 401, cors: true })
  const message = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.track.on('paused', ({ message }) => resolve(message))
        window.track('Tested')
      }),
  )
  expect(message).toContain('refuses the key')
  await expect.poll(async () => (await statusOf(page)).queues[0]?.queued).toBe(1)
})

test('two tabs of one visitor have one worker, at a scope of its own', async ({ klaviyo, site, profile }) => {
  const [one, other] = [labelled('one', 200), labelled('other', 200)]
  const pages = [await visit(profile, site.origin), await visit(profile, site.origin)] as const
  for (const page of pages) await expectWorker(page)
  expect(await scopesOf(pages[0])).toEqual([`${site.origin}${WORKER}?sendoff=klaviyo:AbC123`])
  expect(await pages[0].evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await Promise.all([trackAll(pages[0], one), trackAll(pages[1], other)])
  await expectEachOnce(klaviyo, [...one, ...other], pages[1])
})
