import { expect } from '@playwright/test'
import type { FullTracker } from '../../src/full/index.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { trackAll, trackAllStored, visit } from '../support/shop-page.ts'

const sessionIn = (page: Tab): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('sendoff-session'))

const decide = (page: Tab, decision: 'granted' | 'denied'): Promise<void> =>
  page.evaluate((decision) => (window.track as FullTracker).consent(decision), decision)

test('keeps session and campaign in memory until the visitor agrees, and nowhere after a refusal', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/landing', fullPage(vendor, { 'data-consent': 'required' }))
  const page = await visit(profile, `${site.origin}/landing?utm_source=news`)
  await trackAll(page, ['asked'])
  expect(await sessionIn(page)).toBeNull()

  await decide(page, 'granted')
  await expectRecordedAs(klaviyo, 'Tested', 1)
  expect(await sessionIn(page)).toContain('news')

  // The next page reads the campaign from the storage.
  await page.goto(`${site.origin}/landing`)
  await decide(page, 'granted')
  const tab = await visit(profile, `${site.origin}/landing`)
  await decide(tab, 'granted')
  await trackAllStored(tab, ['agreed'])
  const events = await expectRecordedAs(klaviyo, 'Tested', 2)
  expect(new Set(events.map(({ properties }) => properties.session_id)).size).toBe(1)
  for (const { properties } of events) expect(properties).toMatchObject({ utm_source: 'news' })

  await decide(page, 'denied')
  await expect.poll(() => sessionIn(tab)).toBeNull()
  await trackAll(page, ['refused'])
  await trackAll(tab, ['refused'])
  expect([await sessionIn(page), await sessionIn(tab)]).toEqual([null, null])
  expect(klaviyo.events().filter(({ properties }) => properties.label === 'refused')).toEqual([])
})
