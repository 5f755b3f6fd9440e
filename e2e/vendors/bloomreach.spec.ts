import { expect } from '@playwright/test'
import {
  type BloomreachEmulator,
  type BloomreachEmulatorOptions,
  createBloomreachEmulator,
  PROJECT_TOKEN,
  PUBLIC_TOKEN,
} from '../../src/vendors/bloomreach/emulator/emulator.ts'
import { testAt } from '../support/fixtures.ts'
import { labelled, statusOf, trackAll, trackAndLeave, visit } from '../support/shop-page.ts'
import {
  expectAllRecorded,
  expectEachRecordedOnce,
  expectNoViolation,
  listenForDropped,
  tallyOf,
} from '../support/vendor-verdict.ts'
import { expectQueueEmpty } from '../support/verdict.ts'

const test = testAt<BloomreachEmulator, BloomreachEmulatorOptions>({
  script: 'sendoff.bloomreach.js',
  account: { 'data-project': PROJECT_TOKEN, 'data-key': PUBLIC_TOKEN },
  create: createBloomreachEmulator,
})

test('tracks: each event once, in batches, with the time at which it happened', async ({
  emulator,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 120)
  const page = await visit(profile, site.origin)
  const startedAt = Date.now() / 1_000
  await trackAll(page, labels)

  await expectEachRecordedOnce(emulator, labels, page)
  expect(vendor.requests().filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(6)
  const times = emulator.events().map(({ timestamp }) => Number(timestamp))
  expect(Math.abs((times[0] ?? 0) - startedAt)).toBeLessThan(30)
  expect(new Set(times).size).toBe(labels.length)
})

test('identifies: the customer has the visitor’s events from before and after', async ({
  emulator,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await page.evaluate(() => window.track.identify('customer-7', { email: 'Ada@Shop.test', plan: 'gold' }))
  await trackAll(page, ['after'])

  await expectEachRecordedOnce(emulator, ['before', 'after'], page)
  expect(emulator.customers()).toMatchObject([
    { registered: 'customer-7', properties: { email: 'ada@shop.test', plan: 'gold' } },
  ])
  expect(new Set(emulator.events().map(({ customerId }) => customerId)).size).toBe(1)
})

test('loses nothing when the tab closes at once', async ({ emulator, site, profile }) => {
  const labels = labelled('event', 200)
  const first = await visit(profile, site.origin)
  await trackAll(first, labels)
  await first.close()

  await expectEachRecordedOnce(emulator, labels, await visit(profile, site.origin))
})

test('delivers what fits into one request although the next page has no script', async ({
  emulator,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  const page = await visit(profile, site.origin)
  await trackAndLeave(page, labels, `${site.origin}/bare`)
  await expectAllRecorded(emulator, labels)

  await page.goto(site.origin)
  await expectEachRecordedOnce(emulator, labels, page)
})

test('waits when it is limited, and delivers each event once', async ({
  emulator,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  await vendor.setMode({ type: 'rate-limit', readable: false })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect
    .poll(() => vendor.requests().filter(({ status }) => status === 429).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(2)
  await vendor.setMode({ type: 'up' })

  await expectEachRecordedOnce(emulator, labels, page)
})

test('is paused by a wrong token, and keeps the queue', async ({ emulator, vendor, site, profile }) => {
  await vendor.setMode({ type: 'status', status: 401, cors: true })
  const page = await visit(profile, site.origin)
  await trackAll(page, ['kept'])
  await expect.poll(async () => (await statusOf(page)).queues[0]?.paused).toContain('401')
  await vendor.setMode({ type: 'up' })
  await page.evaluate(() => window.track.flush())

  await expectEachRecordedOnce(emulator, ['kept'], page)
})

test.describe('a vendor that refuses some', () => {
  const words = 'Not authorized to add event of specified type'
  const labels = labelled('event', 100)
  const bad = ['event 1', 'event 50', 'event 100']
  const good = labels.filter((label) => !bad.includes(label))
  test.use({
    rules: { refuse: ({ properties }) => (bad.includes(`${properties.label}`) ? words : undefined) },
  })

  test('gets the others, and is not asked again', async ({ emulator, vendor, site, profile }) => {
    const page = await visit(profile, site.origin)
    const dropped = await listenForDropped(page)
    await trackAll(page, labels)

    await expectAllRecorded(emulator, good)
    await expectQueueEmpty(page)
    expect(tallyOf(emulator, labels)).toEqual({ lost: bad, twice: [] })
    expect(vendor.requests().filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(5)
    expect((await dropped()).map(({ reason }) => reason)).toEqual(['refused', 'refused', 'refused'])
    expect((await dropped())[0]?.detail).toContain(words)
  })
})

test('drops what is too large for the vendor, alone and without sending it', async ({
  emulator,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  const dropped = await listenForDropped(page)
  await trackAll(page, ['small'])
  await trackAll(page, ['large'], 'x'.repeat(20_000))
  await trackAll(page, ['other'])

  await expectEachRecordedOnce(emulator, ['small', 'other'], page)
  expect((await dropped()).map(({ reason }) => reason)).toEqual(['too-large'])
  expect(emulator.requests().every(({ body }) => !body.includes('xxxx'))).toBe(true)
})

test('records once what was sent again because no answer came', async ({
  emulator,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  await vendor.setMode({ type: 'drop-answer' })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expectAllRecorded(emulator, labels)
  await expect.poll(() => emulator.duplicates(), { timeout: 20_000 }).toBeGreaterThanOrEqual(20)
  await vendor.setMode({ type: 'up' })

  await expectEachRecordedOnce(emulator, labels, page)
  expectNoViolation(emulator)
})
