import { expect } from '@playwright/test'
import {
  type CrowdpowerEmulator,
  type CrowdpowerEmulatorOptions,
  createCrowdpowerEmulator,
  PUBLIC_KEY,
} from '../../src/vendors/crowdpower/emulator/emulator.ts'
import type { Tab, Visitor } from '../../testing/browsers/engine.ts'
import { testAt } from '../support/fixtures.ts'
import { labelled, statusOf, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import {
  expectAllRecorded,
  expectEachRecordedOnce,
  listenForDropped,
  tallyOf,
} from '../support/vendor-verdict.ts'
import { expectQueueEmpty } from '../support/verdict.ts'

const test = testAt<CrowdpowerEmulator, CrowdpowerEmulatorOptions>({
  script: 'sendoff.crowdpower.js',
  account: { 'data-key': PUBLIC_KEY },
  create: createCrowdpowerEmulator,
})

/** Identifies the visitor, because the vendor knows no anonymous ones. */
const identify = (page: Tab): Promise<void> =>
  page.evaluate(() => {
    window.track.identify('customer-7', { email: 'Ada@Shop.test', firstName: 'Ada' })
  })

/** Visits the shop with an anonymous id that is on disk: a killed browser forgets the last seconds of localStorage. */
const visitKnown = async (profile: Visitor, url: string): Promise<Tab> => {
  let before = ''
  for (;;) {
    const page = await visit(profile, url)
    const id = await page.evaluate(() => `${localStorage.getItem('sendoff-identity')}`)
    if (id === before) return page
    before = id
    await profile.relaunch()
  }
}

test('tracks: each event once, in batches of one person', async ({ emulator, site, profile }) => {
  const labels = labelled('event', 120)
  const page = await visit(profile, site.origin)
  await identify(page)
  await trackAll(page, labels)

  await expectEachRecordedOnce(emulator, labels, page)
  const [event] = emulator.events()
  expect(event).toMatchObject({
    action: 'Tested',
    person: { user_id: 'customer-7', email: 'ada@shop.test' },
    update_session: true,
  })
  expect([Number.isInteger(event?.created_at), emulator.duplicates()]).toEqual([true, 0])
  expect(emulator.requests().filter(({ path }) => path === '/events/bulk').length).toBeLessThanOrEqual(12)
})

test('identifies: the vendor has the customer', async ({ emulator, site, profile }) => {
  const page = await visit(profile, site.origin)
  await identify(page)

  await expectQueueEmpty(page)
  await expect
    .poll(() => emulator.customers())
    .toEqual([{ user_id: 'customer-7', email: 'ada@shop.test', name: 'Ada', custom_attributes: {} }])
})

test('holds the events of a visitor until it is known who that is', async ({ emulator, site, profile }) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await page.evaluate(() => window.track.flush())
  expect(emulator.requests()).toEqual([])
  expect((await statusOf(page)).queues[0]?.queued).toBe(1)
  await identify(page)

  await expectEachRecordedOnce(emulator, ['before'], page)
  expect(emulator.events()[0]?.person.user_id).toBe('customer-7')
})

test('holds them over closes and a kill, apart from those of the next visitor', async ({
  emulator,
  site,
  profile,
}) => {
  const first = await visitKnown(profile, site.origin)
  await trackAllStored(first, ['stored'])
  await profile.kill()
  await profile.relaunch()

  const second = await visit(profile, site.origin)
  await trackAll(second, ['last moment'])
  await second.close()

  const third = await visit(profile, site.origin)
  await expect.poll(async () => (await statusOf(third)).queues[0]?.queued).toBe(2)
  await identify(third)
  await trackAll(third, ['known'])
  await third.evaluate(() => window.track.reset())
  await trackAll(third, ['the next visitor'])
  await expectAllRecorded(emulator, ['stored', 'last moment', 'known'])
  await expect.poll(async () => (await statusOf(third)).queues[0]?.queued).toBe(1)
  expect([emulator.violations(), emulator.duplicates()]).toEqual([[], 0])
  expect(emulator.events().map(({ person }) => person.user_id)).toEqual(Array(3).fill('customer-7'))
})

test('loses nothing when the tab closes at once', async ({ emulator, site, profile }) => {
  const labels = labelled('event', 200)
  const first = await visit(profile, site.origin)
  await identify(first)
  await trackAll(first, labels)
  await first.close()

  const next = await visit(profile, site.origin)
  await expectAllRecorded(emulator, labels, 40_000)
  await expectQueueEmpty(next)
  expect([emulator.violations(), tallyOf(emulator, labels).lost]).toEqual([[], []])
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
  await identify(page)
  await trackAll(page, labels)
  await expect
    .poll(() => vendor.requests().filter(({ status }) => status === 429).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(2)
  await vendor.setMode({ type: 'up' })

  await expectEachRecordedOnce(emulator, labels, page)
})

test.describe('a vendor that refuses some without saying which', () => {
  const labels = labelled('event', 40)
  const bad = ['event 1', 'event 30']
  const good = labels.filter((label) => !bad.includes(label))
  test.use({
    rules: { refuse: ({ properties }) => (bad.includes(`${properties?.label}`) ? 'No.' : undefined) },
  })

  test('gets all the others', async ({ emulator, site, profile }) => {
    const page = await visit(profile, site.origin)
    const dropped = await listenForDropped(page)
    await identify(page)
    await trackAll(page, labels)

    await expectAllRecorded(emulator, good)
    await expectQueueEmpty(page)
    expect(tallyOf(emulator, labels)).toEqual({ lost: bad, twice: [] })
    expect((await dropped()).map(({ reason }) => reason)).toEqual(['refused', 'refused'])
  })
})

test('sends again what was never answered for: none is lost, the repeats can be found', async ({
  emulator,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 20)
  const page = await visit(profile, site.origin)
  await identify(page)
  await expectQueueEmpty(page)
  await vendor.setMode({ type: 'drop-answer' })
  await trackAll(page, labels)
  await expectAllRecorded(emulator, labels)
  await vendor.setMode({ type: 'up' })

  await expectQueueEmpty(page)
  expect(tallyOf(emulator, labels).lost).toEqual([])
  expect(emulator.duplicates()).toBeGreaterThanOrEqual(labels.length)
  expect(emulator.events().at(-1)?.update_session).toBe(false)
})

test.describe('a site that would rather lose than count twice', () => {
  test.use({ attributes: { 'data-unanswered': 'assume-delivered' } })

  test('has each event once after answers that were lost', async ({ emulator, vendor, site, profile }) => {
    const labels = labelled('event', 20)
    await vendor.setMode({ type: 'drop-answer' })
    const page = await visit(profile, site.origin)
    await identify(page)
    await trackAll(page, labels)

    await expectEachRecordedOnce(emulator, labels, page)
    expect(emulator.duplicates()).toBe(0)
  })
})
