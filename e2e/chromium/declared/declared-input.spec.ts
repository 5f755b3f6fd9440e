import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { expectRecordedAs } from '../../support/recorded.ts'
import { fullPage } from '../../support/shop-html.ts'
import { visit } from '../../support/shop-page.ts'

const BODY = `
  <button id="buy" data-track="Added to Cart">Buy</button>
  <label data-track="Agreed">I agree <input type="checkbox"></label>
  <form data-track="Subscribed" onsubmit="return false"><input id="name"><button>Go</button></form>
  <a id="out" href="OTHER" target="_blank">out</a>`

test('tracks what a mouse or a keyboard does, once', async ({ klaviyo, vendor, site, visitor }) => {
  site.setPage(
    '/shop',
    fullPage(
      vendor,
      { 'data-declarative': '', 'data-outbound': '' },
      { body: BODY.replace('OTHER', `${site.localhost}/bare`) },
    ),
  )
  const page = await visit(visitor, `${site.origin}/shop`)
  await page.click('#buy')
  await page.press('#buy', 'Enter')
  await page.press('#buy', ' ')
  // The click is on the label's text: the browser then clicks the box by itself.
  await page.click('label', { position: { x: 5, y: 5 } })
  await page.click('label input')
  await page.press('label input', ' ')
  await page.press('#name', 'Enter')
  await page.click('form button')
  await page.click('#out')
  await page.bringToFront()
  await page.click('#out', { button: 'middle' })
  await page.bringToFront()
  await page.press('#out', 'Enter')
  await page.bringToFront()
  await page.click('#out', { button: 'right' })
  await page.evaluate(() => void window.track('Done'))

  await expectRecordedAs(klaviyo, 'Done', 1)
  const counts = new Map<string, number>()
  for (const { metric } of klaviyo.events()) counts.set(metric, (counts.get(metric) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({
    'Added to Cart': 3,
    Agreed: 3,
    Subscribed: 2,
    'Clicked Link': 3,
    Done: 1,
  })
})
