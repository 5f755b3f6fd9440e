import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { inline } from './places.ts'

/** A router cleans the address, and the page tracks before and after that. */
const CLEANED = inline(`
  track('Landed', { email_hash: 'of the event' })
  history.replaceState(null, '', '/clean?size=xl')
  document.title = 'Clean'
  track('Cleaned')`)

test('a call before the script tells of the page as it was then, and the campaign of a cleaned address is kept', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const attributes = { 'data-destination': 'klaviyo', ...attributesFor(vendor), 'data-pageviews': '' }
  const [stub = '', tag = ''] = snippet(attributes, '/dist/sendoff.full.js').split('\n')
  site.setPage('/landing', pageWith(`${stub}${CLEANED}<template>${tag}</template>`))
  const landing = `${site.origin}/landing?utm_source=news&email=ada@shop.test`
  site.setPage('/from', pageWith(`<a href="${landing}">Next</a>`))
  const page = await visit(profile, `${site.origin}/from`)
  await page.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()))
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => 'on its way')).toBe('/clean')
  // The script arrives as over a slow network.
  await page.evaluate(() => {
    const late = document.querySelector('template')
    if (late) document.head.append(late.content.cloneNode(true))
  })
  await expect.poll(() => page.evaluate(() => 'flush' in window.track && !('q' in window.track))).toBe(true)
  await page.evaluate(() => void window.track('Now'))

  await expect.poll(() => klaviyo.events().length).toBe(4)
  await expectQueueEmpty(page)
  const told = Object.fromEntries(klaviyo.events().map(({ metric, properties }) => [metric, properties]))
  expect(told.Landed).toMatchObject({
    url: `${site.origin}/landing?utm_source=news&email=redacted`,
    path: '/landing',
    title: 'Shop',
    referrer: `${site.origin}/from`,
    utm_source: 'news',
    email_hash: 'of the event',
  })
  for (const later of [told.Cleaned, told['Viewed Page'], told.Now])
    expect(later).toMatchObject({
      url: `${site.origin}/clean?size=xl`,
      path: '/clean',
      title: 'Clean',
      referrer: `${site.origin}/from`,
      utm_source: 'news',
    })
})
