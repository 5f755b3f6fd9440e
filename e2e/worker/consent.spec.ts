import { expect } from '@playwright/test'
import { FULL, test } from '../support/fixtures.ts'
import { decide, erase } from '../support/full-tracker.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { NOTHING, storedIn } from '../support/stored.ts'
import { expectRecorded } from '../support/verdict.ts'
import { expectWorker, scopesOf, WORKER } from '../support/worker-page.ts'

test.use(FULL)

/** How long a test waits for a request that must not come. */
const QUIET_MS = 3_000
const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS))

const SOON = { timeout: 20_000 }

test.describe('with consent', () => {
  test.use({ attributes: { 'data-worker': WORKER } })

  test('that is withdrawn, the worker stops and nothing of it is left', async ({ vendor, site, profile }) => {
    const page = await visit(profile, site.origin)
    const other = await visit(profile, site.origin)
    for (const its of [page, other]) await expectWorker(its)
    await vendor.setMode({ type: 'status', status: 503, cors: true })
    await trackAll(page, labelled('event', 200))
    await expect.poll(() => vendor.requests().length).toBeGreaterThan(0)
    await decide(page, 'denied')

    await expect.poll(() => scopesOf(page), SOON).toEqual([])
    await expect.poll(() => storedIn(page), SOON).toEqual(NOTHING)
    await vendor.setMode({ type: 'up' })
    vendor.clear()
    await trackAll(other, ['late'])
    await quiet()
    expect(vendor.requests()).toEqual([])
    expect([await storedIn(other), await scopesOf(other)]).toEqual([NOTHING, []])
  })

  test('erased on request, it begins anew with what is tracked next', async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const page = await visit(profile, site.origin)
    await expectWorker(page)
    await vendor.setMode({ type: 'status', status: 503, cors: true })
    await trackAll(page, labelled('event', 50))
    await expect.poll(() => vendor.requests().length).toBeGreaterThan(0)
    await erase(page)
    await vendor.setMode({ type: 'up' })
    await trackAll(page, ['anew'])
    await expectRecorded(klaviyo, ['anew'], 30_000)
    expect(klaviyo.events().length).toBe(1)
    await expectWorker(page)
  })
})

test.describe('before consent', () => {
  test.use({ attributes: { 'data-worker': WORKER, 'data-consent': 'required' } })

  test('there is no worker; with it, there is', async ({ klaviyo, site, profile }) => {
    const page = await visit(profile, site.origin)
    await trackAll(page, ['early'])
    await quiet()
    expect([await scopesOf(page), await storedIn(page)]).toEqual([[], NOTHING])
    await decide(page, 'granted')
    await expectWorker(page)
    await expectRecorded(klaviyo, ['early'])
  })

  test('a refusal removes one of an earlier visit', async ({ vendor, site, profile }) => {
    const first = await visit(profile, site.origin)
    await decide(first, 'granted')
    await expectWorker(first)
    await first.close()
    const page = await visit(profile, site.origin)
    expect((await scopesOf(page)).length).toBe(1)
    await decide(page, 'denied')
    await expect.poll(() => scopesOf(page), SOON).toEqual([])
    expect(vendor.requests()).toEqual([])
  })
})
