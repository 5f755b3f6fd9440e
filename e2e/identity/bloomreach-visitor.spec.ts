import { expect } from '@playwright/test'
import {
  type BloomreachEmulator,
  type BloomreachEmulatorOptions,
  createBloomreachEmulator,
  PROJECT_TOKEN,
  PUBLIC_TOKEN,
} from '../../src/vendors/bloomreach/emulator/emulator.ts'
import { testAt } from '../support/fixtures.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectAllRecorded, expectEachRecordedOnce } from '../support/vendor-verdict.ts'

const THEIRS = '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f'

const test = testAt<BloomreachEmulator, BloomreachEmulatorOptions>({
  script: 'sendoff.full.js',
  account: { 'data-destination': 'bloomreach', 'data-project': PROJECT_TOKEN, 'data-key': PUBLIC_TOKEN },
  create: createBloomreachEmulator,
})

test('events before identify keep the anonymous identity, and Bloomreach joins them', async ({
  emulator,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await page.evaluate(() => window.track.identify('customer-7', { email: 'ada@shop.test' }))
  await trackAll(page, ['after'])

  await expectEachRecordedOnce(emulator, ['before', 'after'], page)
  expect(emulator.customers()).toMatchObject([{ registered: 'customer-7', cookies: [expect.any(String)] }])
  const ids = emulator.events().map(({ customer_ids }) => customer_ids)
  expect(ids.map(({ registered }) => registered)).toEqual([undefined, 'customer-7'])
  expect(ids[0]?.cookie).toBe(ids[1]?.cookie)
})

test('the visitor whom Bloomreach’s own script knows keeps that id, unless there is one of ours', async ({
  emulator,
  site,
  profile,
}) => {
  const page = await profile.page()
  await page.goto(`${site.origin}/bare`)
  await page.evaluate((id) => Object.assign(document, { cookie: `__exponea_etc__=${id}` }), THEIRS)
  await page.goto(site.origin)
  await trackAll(page, ['theirs'])
  await expectAllRecorded(emulator, ['theirs'])
  await page.evaluate(() => window.track.reset())
  await page.goto(`${site.origin}/next`)
  await trackAll(page, ['ours'])

  await expectEachRecordedOnce(emulator, ['theirs', 'ours'], page)
  const [theirs, ours] = emulator.events().map(({ customer_ids }) => customer_ids.cookie)
  expect(theirs).toBe(THEIRS)
  expect(ours).not.toBe(THEIRS)
})

test('Bloomreach’s own script comes later: what was tracked before is joined when the visitor is identified', async ({
  emulator,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await expectAllRecorded(emulator, ['before'])
  await page.evaluate(async (id) => {
    Object.assign(document, { cookie: `__exponea_etc__=${id}` })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
  }, THEIRS)
  await trackAll(page, ['theirs'])
  await page.evaluate(() => window.track.identify('customer-7'))
  await trackAll(page, ['after'])

  await expectEachRecordedOnce(emulator, ['before', 'theirs', 'after'], page)
  const [before, theirs, after] = emulator.events().map(({ customer_ids }) => customer_ids.cookie)
  expect(before).not.toBe(THEIRS)
  expect([theirs, after]).toEqual([THEIRS, THEIRS])
  expect(emulator.customers()).toMatchObject([{ registered: 'customer-7' }])
  expect(emulator.customers()[0]?.cookies).toEqual(expect.arrayContaining([before, THEIRS]))
})

test('Bloomreach’s own id changes on a later page: it is taken over anew', async ({
  emulator,
  site,
  profile,
}) => {
  const page = await profile.page()
  const says = (id: string) =>
    page.evaluate((id) => Object.assign(document, { cookie: `__exponea_etc__=${id}` }), id)
  await page.goto(`${site.origin}/bare`)
  await says(THEIRS)
  await page.goto(site.origin)
  await trackAll(page, ['one'])
  await expectAllRecorded(emulator, ['one'])
  const other = THEIRS.replace(/^8/, '9')
  await says(other)
  await page.goto(`${site.origin}/next`)
  await trackAll(page, ['other'])

  await expectEachRecordedOnce(emulator, ['one', 'other'], page)
  expect(emulator.events().map(({ customer_ids }) => customer_ids.cookie)).toEqual([THEIRS, other])
})
