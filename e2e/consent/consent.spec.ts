import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import { FULL, test } from '../support/fixtures.ts'
import { decide, erase, fullStatusOf, queuedIn } from '../support/full-tracker.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { identityIn, NOTHING, storedIn } from '../support/stored.ts'
import { expectEachOnce, expectRecorded } from '../support/verdict.ts'

test.use(FULL)

/** The time within which other tabs must have heard, and asynchronous work must be done. */
const SOON = { timeout: 10_000 }

const expectNothingStored = (page: Tab) => expect.poll(() => storedIn(page), SOON).toEqual(NOTHING)

test.describe('while consent is required', () => {
  test.use({ attributes: { 'data-consent': 'required', 'data-cookie-domain': 'auto' } })

  test('nothing is stored, sent or read; once it is granted, every tab delivers what was tracked', async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const page = await visit(profile, site.origin)
    const other = await visit(profile, site.origin)
    await trackAll(page, ['early'])
    await trackAll(other, ['early in the other tab'])
    expect(await page.evaluate(() => window.track.flush())).toMatchObject({ queues: [] })
    expect(await storedIn(page)).toEqual(NOTHING)
    expect(vendor.requests()).toEqual([])

    await decide(page, 'granted')
    await trackAll(page, ['late'])
    await expectEachOnce(klaviyo, ['early', 'early in the other tab', 'late'], page)
    const { local, databases } = await storedIn(page)
    expect([local, databases]).toEqual([expect.arrayContaining(['sendoff-identity']), ['sendoff']])
    expect(new Set(klaviyo.events().map(({ profileId }) => profileId)).size).toBe(1)
  })

  test('a refusal drops what was held, and counts it', async ({ vendor, site, profile }) => {
    const page = await visit(profile, site.origin)
    const outcomes = page.evaluate(async () => {
      const held = window.track('Held').settled
      Reflect.get(window.track, 'consent')('denied')
      return [await held, await window.track('Refused').settled]
    })
    expect(await outcomes).toEqual(Array(2).fill({ type: 'dropped', reason: 'consent' }))
    expect(await fullStatusOf(page)).toMatchObject({ consent: 2, queues: [] })
    expect(await storedIn(page)).toEqual(NOTHING)
    expect(vendor.requests()).toEqual([])
  })
})

test.describe('a visitor who has agreed and then refuses', () => {
  test.use({ attributes: { 'data-cookie-domain': 'auto' } })

  test('leaves nothing behind, in whatever tab, and may change their mind again', async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const page = await visit(profile, site.origin)
    const other = await visit(profile, site.origin)
    await trackAll(page, ['agreed'])
    await expectRecorded(klaviyo, ['agreed'])
    const before = await identityIn(page)
    await vendor.setMode({ type: 'status', status: 503, cors: true })
    await trackAll(page, ['queued 1'])
    await trackAll(other, ['queued 2'])
    await expect.poll(() => queuedIn(page), SOON).toBe(2)

    await decide(page, 'denied')
    await expectNothingStored(page)
    await vendor.setMode({ type: 'up' })
    await expect.poll(async () => (await fullStatusOf(page)).consent, SOON).toBe(2)
    const requests = vendor.requests().length
    for (const tab of [page, other]) {
      await trackAll(tab, ['refused'])
      await tab.evaluate(() => window.track.flush())
    }
    expect(await storedIn(other)).toEqual(NOTHING)
    await other.goto(`${site.origin}/bare`)
    expect(await storedIn(other)).toEqual(NOTHING)
    expect(vendor.requests().length).toBe(requests)

    await decide(page, 'granted')
    await trackAll(page, ['agreed again'])
    await expectEachOnce(klaviyo, ['agreed', 'agreed again'], page)
    expect(klaviyo.events().map(({ properties }) => properties.label)).toEqual(['agreed', 'agreed again'])
    expect((await identityIn(page)).anonymousId).not.toBe(before.anonymousId)
  })
})

test('erase() removes everything on request; the next event is somebody new’s, in all tabs', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  const other = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await trackAll(other, ['before, in the other tab'])
  await expectEachOnce(klaviyo, ['before', 'before, in the other tab'], page)
  await vendor.setMode({ type: 'status', status: 503, cors: true })
  await trackAll(other, ['erased'])
  await expect.poll(() => queuedIn(page), SOON).toBe(1)

  expect(await erase(page)).toEqual(NOTHING)
  await vendor.setMode({ type: 'up' })
  await trackAll(page, ['after'])
  await trackAll(other, ['after, in the other tab'])
  await expectEachOnce(klaviyo, ['after', 'after, in the other tab'], page)
  const labels = klaviyo.events().map(({ properties }) => properties.label)
  expect(labels).not.toContain('erased')
  const visitors = klaviyo.events().map(({ profile }) => profile.anonymous_id)
  expect([new Set(visitors).size, new Set(visitors.slice(0, 2)).size]).toEqual([2, 1])
})

test('what is tracked right after erase() survives a page that is left at once', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await expectRecorded(klaviyo, ['before'])
  await page.evaluate((next) => {
    Reflect.get(window.track, 'erase')()
    window.track('Tested', { label: 'after' })
    location.href = next
  }, `${site.origin}/next`)

  await expectRecorded(klaviyo, ['before', 'after'])
  expect(new Set(klaviyo.events().map(({ profile }) => profile.anonymous_id)).size).toBe(2)
})

test.describe('a browser that says Global Privacy Control', () => {
  test.use({
    head: '<script>Object.defineProperty(navigator, "globalPrivacyControl", { value: true })</script>',
  })

  test('has refused, whatever the site says, and what was there goes', async ({ vendor, site, profile }) => {
    const page = await profile.page()
    await page.goto(`${site.origin}/bare`)
    await page.evaluate(() =>
      localStorage.setItem('sendoff-identity', '{"anonymousId":"of an earlier visit"}'),
    )
    await page.goto(site.origin)
    await decide(page, 'granted')
    await trackAll(page, ['refused'])
    await page.evaluate(() => window.track.flush())
    await expectNothingStored(page)
    expect(vendor.requests()).toEqual([])
  })

  test.describe('and a site that has another basis', () => {
    test.use({ attributes: { 'data-gpc': 'ignore' } })

    test('is tracked', async ({ klaviyo, site, profile }) => {
      const page = await visit(profile, site.origin)
      await trackAll(page, ['event'])
      await expectEachOnce(klaviyo, ['event'], page)
    })
  })
})

test('who has opted out at Klaviyo is not tracked for Klaviyo, and what waits for it goes', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await vendor.setMode({ type: 'status', status: 503, cors: true })
  await trackAll(page, ['queued'])
  // While a vendor fails, a page that is left hands nothing off, so none of its requests is on the way when the vendor
  // is back.
  await expect
    .poll(() => vendor.requests().filter(({ status }) => status === 503).length, SOON)
    .toBeGreaterThan(0)
  await expect
    .poll(async () => (await fullStatusOf(page)).queues[0], SOON)
    .toMatchObject({ queued: 1, inFlight: 0 })
  await page.evaluate(() => {
    Object.assign(document, { cookie: '__kla_off=true' })
  })
  await page.goto(site.origin)
  await vendor.setMode({ type: 'up' })
  await trackAll(page, ['refused'])
  await page.evaluate(() => window.track.flush())
  await expect.poll(() => storedIn(page), SOON).toEqual({ ...NOTHING, cookies: ['__kla_off=true'] })
  expect(klaviyo.events()).toEqual([])
})
