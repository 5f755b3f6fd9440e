import { expect } from '@playwright/test'
import { Liquid } from 'liquidjs'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { expectQueueEmpty } from '../../support/verdict.ts'
import { asWritten } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

const engine = new Liquid()
engine.registerFilter('asset_url', (name: string) => `/dist/${name}`)
// The filter escapes what could end a script tag, as Shopify's does.
engine.registerFilter('json', (value: unknown) => JSON.stringify(value ?? null).replace(/</g, '\\u003c'))

const SHOP = {
  request: { design_mode: false, visual_preview_mode: false },
  theme: { role: 'main' },
  cart: { currency: { iso_code: 'EUR' } },
  customer: { id: 7, email: 'ada@shop.test', first_name: 'Ada "the" first', last_name: null },
  product: {
    title: 'Lamp </script><script>alert(1)</script>',
    selected_or_first_available_variant: { sku: 'A-1', price: 1990 },
  },
}

test('the snippet of a Shopify theme knows the customer and the product, and tracks the cart', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const snippet = asWritten('shopify', vendor.origin)['snippets/sendoff.liquid'] ?? ''
  const form = '<form action="/cart/add"><input name="id" value="42"><button>Add</button></form>'
  site.setPage('/product', pageWith(await engine.parseAndRender(snippet, SHOP)) + form)
  site.setPage(
    '/cart/add',
    pageWith(await engine.parseAndRender(snippet, { ...SHOP, customer: null, product: null })),
  )
  const viewed = { sku: 'A-1', title: SHOP.product.title, value: 19.9, currency: 'EUR' }
  const page = await visitor.page()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('dialog', (dialog) => errors.push(dialog.message()))
  await page.goto(`${site.origin}/product`)
  // A request that is left without its answer would be made again.
  await expectRecordedExactly(klaviyo, [['Viewed Product', viewed]])
  await expectQueueEmpty(page)
  await page.click('button')
  await page.waitForURL('**/cart/add*')
  await page.goto(`${site.origin}/product`)

  await expectRecordedExactly(klaviyo, [
    ['Added to Cart', { variant: '42' }],
    ['Viewed Product', viewed],
    ['Viewed Product', viewed],
  ])
  const profiles = klaviyo
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/client/profiles'))
  expect(profiles.length, 'identified once a session').toBe(1)
  expect(klaviyo.events()[0]?.profile).toMatchObject({ external_id: '7', email: 'ada@shop.test' })
  expect(errors).toEqual([])
})

test('the snippet of a Shopify theme says no empty names, and nothing in the editor and previews', async ({
  vendor,
}) => {
  const snippet = asWritten('shopify', vendor.origin)['snippets/sendoff.liquid'] ?? ''
  const customer = { id: 7, email: 'ada@shop.test', first_name: '', last_name: null }
  const nameless = await engine.parseAndRender(snippet, { ...SHOP, customer })
  expect(nameless).toContain('email: "ada@shop.test"')
  expect(nameless).not.toMatch(/firstName|lastName|: (null|""),/)
  for (const look of [
    { request: { design_mode: true } },
    { request: { visual_preview_mode: true } },
    { theme: { role: 'unpublished' } },
  ])
    expect(await engine.parseAndRender(snippet, { ...SHOP, ...look }), JSON.stringify(look)).toBe('')
})
