import { transform } from '@astrojs/compiler'
import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { asWritten, bundle, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

const PRODUCT = `<product-view sku="A-1"></product-view>
  <button data-track="Added to Cart" data-track-sku="A-1">Add</button>`

test('an Astro component tracks each page, what it shows, and clicks', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const { 'src/components/sendoff.astro': component = '', ...files } = asWritten('astro', vendor.origin)
  const { scripts, diagnostics } = await transform(component, { filename: 'sendoff.astro' })
  expect(diagnostics).toEqual([])
  const [script] = scripts
  if (scripts.length !== 1 || script?.type !== 'inline')
    throw new Error('expected one script that Astro bundles')
  const code = await bundle({
    ...files,
    'src/components/script.ts': script.code,
    entry: "import './src/components/script'",
  })
  site.setPage('/shop', `${pageWith('')}<main></main>${inline(code)}`)
  const page = await visitor.page()
  await page.goto(`${site.origin}/shop`)
  // A view transition changes the address first, and then the body.
  await page.evaluate((html) => {
    history.pushState({}, '', '/shop/a-1')
    document.querySelector('main')?.insertAdjacentHTML('beforeend', html)
  }, PRODUCT)
  await page.click('button')

  await expectRecordedExactly(klaviyo, [
    ['Viewed Page', { path: '/shop' }],
    ['Viewed Page', { path: '/shop/a-1' }],
    ['Added to Cart', { sku: 'A-1' }],
    ['Viewed Product', { sku: 'A-1' }],
  ])
})
