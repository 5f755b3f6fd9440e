import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import { FULL, test } from '../support/fixtures.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { identityIn } from '../support/stored.ts'
import { expectEachOnce, expectRecorded } from '../support/verdict.ts'

test.use(FULL)

/** Waits until the database has its copy, which is made when the page is idle. */
const expectCopied = (page: Tab) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('sendoff')
            opening.onsuccess = () => {
              const db = opening.result
              const place = Object.keys(localStorage).find((key) => key.startsWith('sendoff-identity/')) ?? ''
              const copy = db.transaction('sendoff').objectStore('sendoff').get(place.replace('sendoff-', ''))
              copy.onsuccess = () => resolve(copy.result === localStorage.getItem(place))
              db.close()
            }
          }),
      ),
    )
    .toBe(true)

test('the visitor stays the same when localStorage is lost, and when the database is', async ({
  klaviyo,
  site,
  profile,
}) => {
  const first = await visit(profile, site.origin)
  await first.evaluate(() => window.track.identify('customer-7', { email: 'ada@shop.test' }))
  await trackAll(first, ['first'])
  await expectRecorded(klaviyo, ['first'])
  await expectCopied(first)
  const identity = await identityIn(first)

  await first.goto(`${site.origin}/bare`)
  await first.evaluate(() => localStorage.clear())
  await first.goto(site.origin)
  await trackAll(first, ['localStorage lost'])
  await expectRecorded(klaviyo, ['localStorage lost'])
  expect(await identityIn(first)).toEqual(identity)

  await first.goto(`${site.origin}/bare`)
  await first.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('sendoff').onsuccess = () => resolve()
      }),
  )
  await first.goto(site.origin)
  await trackAll(first, ['database lost'])
  await expectRecorded(klaviyo, ['database lost'])
  await expectCopied(first)
  expect(await identityIn(first)).toEqual(identity)
  expect(new Set(klaviyo.events().map(({ profile }) => profile.anonymous_id)).size).toBe(1)
})

test('events before identify keep the anonymous identity, and the vendor joins them', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await page.evaluate(() => {
    window.track('Tested', { label: 'before' })
    window.track.identify(' customer-7 ', { email: ' Ada@Shop.TEST ', firstName: 'Ada', tier: 'gold' })
    window.track('Tested', { label: 'after' })
  })
  await expectEachOnce(klaviyo, ['before', 'after'], page)
  const [before, after] = klaviyo.events()
  expect([before?.profile.email, after?.profile.email]).toEqual([undefined, 'ada@shop.test'])
  expect(klaviyo.profiles()).toMatchObject([
    { attributes: { email: 'ada@shop.test', external_id: 'customer-7', first_name: 'Ada' } },
  ])
  expect(before?.profileId).toBe(after?.profileId)
})

test('reset() begins somebody new', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, site.origin)
  await page.evaluate(() => {
    window.track.identify('customer-7')
    window.track('Tested', { label: 'hers' })
    window.track.reset()
    window.track('Tested', { label: 'somebody’s' })
  })
  await expectEachOnce(klaviyo, ['hers', 'somebody’s'], page)
  const [hers, others] = klaviyo.events().map(({ profile }) => profile)
  expect([hers?.external_id, others?.external_id]).toEqual(['customer-7', undefined])
  expect(hers?.anonymous_id).not.toBe(others?.anonymous_id)
})
