import { expect } from '@playwright/test'
import { CAMPAIGN_NAMES } from '../../src/full/context/campaign.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs, propertiesOf } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { trackAllStored, visit } from '../support/shop-page.ts'
import { VIEWED } from '../support/viewed.ts'

/**
 * Every known name, Snapchat's as its links write it, one name of the site's own, and a parameter that belongs to no
 * campaign.
 */
const AD = new URLSearchParams({
  ...Object.fromEntries(CAMPAIGN_NAMES.map((name) => [name === 'sccid' ? 'ScCid' : name, `of ${name}`])),
  awc: 'of awc',
  _kx: 'k1.Other1',
})
const CAMPAIGN = Object.fromEntries([...CAMPAIGN_NAMES, 'awc'].map((name) => [name, `of ${name}`]))

/** Tracks, and waits for the answer: a request that is left without its answer may be made again only later. */
const trackDelivered = async (page: Tab, label: string): Promise<void> => {
  await page.evaluate(async (label) => {
    await window.track('Tested', { label }).settled
  }, label)
}

test('is one session over pages and tabs, with the last campaign that led to one of them', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  for (const path of ['/landing', '/shop']) site.setPage(path, fullPage(vendor, { 'data-click-ids': 'awc' }))
  const page = await visit(profile, `${site.origin}/landing?${AD}`)
  await trackDelivered(page, 'landing')
  await page.goto(`${site.origin}/shop`)
  await trackDelivered(page, 'next page')
  const tab = await visit(profile, `${site.origin}/shop`)
  await trackDelivered(tab, 'other tab')
  await tab.evaluate(() => void Object.assign(location, { hash: '/sale?utm_source=other' }))
  await trackDelivered(tab, 'other campaign')
  await page.goto(`${site.origin}/shop?size=xl`)
  await trackDelivered(page, 'direct')

  const events = await expectRecordedAs(klaviyo, 'Tested', 5)
  const sessions = new Set(events.map(({ properties }) => properties.session_id))
  expect(sessions.size).toBe(1)
  for (const label of ['landing', 'next page', 'other tab'])
    expect(propertiesOf(events, label)).toMatchObject(CAMPAIGN)
  for (const label of ['other campaign', 'direct']) {
    expect(propertiesOf(events, label)).toMatchObject({ utm_source: 'other' })
    expect(propertiesOf(events, label)).not.toHaveProperty('gclid')
  }
  // The id of the reader of Klaviyo's e-mail appears neither as a property nor in the address.
  for (const { body } of klaviyo.requests()) expect(body).not.toContain('k1.Other1')
})

test('keeps the campaign of an address that a router cleans before the script is there', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const before = "<script>history.replaceState(null, '', '/app')</script>"
  site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { before }))
  await visit(profile, `${site.origin}/app?utm_source=news`)

  const [view] = await expectRecordedAs(klaviyo, VIEWED, 1)
  expect(view?.properties).toMatchObject({ url: `${site.origin}/app`, utm_source: 'news' })
})

for (const at of [
  '/landing?sccid=s1',
  '/landing#utm_source=news&sccid=s1',
  '/landing#/shop?utm_source=news&ScCid=s1',
])
  test(`finds the campaign in ${at}`, async ({ klaviyo, vendor, site, profile }) => {
    site.setPage('/landing', fullPage(vendor))
    const page = await visit(profile, site.origin + at)
    await trackAllStored(page, ['landing'])

    const [event] = await expectRecordedAs(klaviyo, 'Tested', 1)
    expect(event?.properties).toMatchObject({
      sccid: 's1',
      ...(at.includes('utm') && { utm_source: 'news' }),
    })
  })
