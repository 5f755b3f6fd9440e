import { compileScript, parse } from 'vue/compiler-sfc'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { asWritten, bundle, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

/** The page has no router, so it gets a `RouterLink` of its own. */
const ENTRY = `
  import { createApp, h, reactive } from 'vue'
  import { sendoff } from 'sendoff/vue'
  import Product from './src/views/product'
  import { track } from './src/track'
  const shown = reactive({ sku: 'A-1' })
  window.show = (sku) => { shown.sku = sku }
  createApp({ render: () => h(Product, shown) }).component('RouterLink', () => null).use(sendoff, { track }).mount('#root')`

/** Compiles a component as Vue's plugin for a bundler does: one module of its script and its template. */
const compiled = (source: string): string => {
  const { descriptor, errors } = parse(source, { filename: 'product.vue' })
  if (errors.length) throw errors[0]
  return compileScript(descriptor, { id: 'product', inlineTemplate: true }).content
}

test('a Vue component tracks what it shows and what is done with it', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const { 'src/views/product.vue': component = '', ...files } = asWritten('vue', vendor.origin)
  const script = await bundle({ ...files, 'src/views/product.ts': compiled(component), entry: ENTRY })
  site.setPage('/', `${pageWith('')}<div id="root"></div>${inline(script)}`)
  const page = await visitor.page()
  await page.goto(site.origin)
  await page.click('button')
  await page.evaluate(() => Reflect.get(window, 'show')('B-2'))

  await expectRecordedExactly(klaviyo, [
    ['Viewed Product', { sku: 'A-1' }],
    ['Added to Cart', { sku: 'A-1' }],
    ['Viewed Product', { sku: 'B-2' }],
  ])
})
