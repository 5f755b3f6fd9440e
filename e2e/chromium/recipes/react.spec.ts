import { pageWith } from '../../scene.ts'
import { test } from '../scene.ts'
import { asWritten, bundle, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

const ENTRY = `
  import { StrictMode } from 'react'
  import { createRoot } from 'react-dom/client'
  import { Product } from './product'
  const root = createRoot(document.querySelector('#root'))
  window.show = (sku) => root.render(<StrictMode><Product sku={sku} /></StrictMode>)
  window.show('A-1')`

test('a React component tracks what it shows once, under StrictMode too, and what is done with it', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const script = await bundle({ ...asWritten('react', vendor.origin), entry: ENTRY })
  site.setPage('/', `${pageWith('')}<div id="root"></div>${inline(script)}`)
  const page = await visitor.page()
  await page.goto(site.origin)
  await page.click('button')
  // Shown again as it is, and then with something else to say.
  await page.evaluate(() => Reflect.get(window, 'show')('A-1'))
  await page.evaluate(() => Reflect.get(window, 'show')('B-2'))

  await expectRecordedExactly(klaviyo, [
    ['Viewed Product', { sku: 'A-1' }],
    ['Added to Cart', { sku: 'A-1' }],
    ['Viewed Product', { sku: 'B-2' }],
  ])
})
