import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs } from '../support/recorded.ts'
import { pageWith } from '../support/shop-html.ts'
import { trackAllStored, visit } from '../support/shop-page.ts'
import { bundled } from '../unit/bundle.ts'

const SCRIPT = fileURLToPath(new URL('redacting-page.ts', import.meta.url))

const LINK = `<a href="http://other.test/orders/42?token=s3cret">x</a>
  <script>addEventListener('click', (event) => event.preventDefault())</script>`

test("asks the site's own redaction about every address, and tells none where it fails", async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const script = (await bundled(SCRIPT)).replaceAll('</script', '<\\/script')
  const shop = pageWith(`<body>${LINK}<script data-endpoint="${vendor.origin}">${script}</script>`)
  site.setPage('/orders/7', shop)
  site.setPage('/failing', shop)
  const page = await visit(profile, `${site.origin}/orders/7?email=ada@shop.test`)
  await trackAllStored(page, ['told'])
  await page.evaluate(() => document.querySelector('a')?.click())
  const [told] = await expectRecordedAs(klaviyo, 'Tested', 1)
  const [link] = await expectRecordedAs(klaviyo, 'Clicked Link', 1)
  expect(told?.properties).toMatchObject({
    url: `${site.origin}/orders/redacted?email=redacted`,
    path: '/orders/redacted',
  })
  expect(link?.properties.href).toBe('http://other.test/orders/redacted?token=redacted')

  await page.evaluate(() => void setTimeout(() => location.assign('/failing?utm_source=news')))
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => '')).toBe('/failing')
  await trackAllStored(page, ['left out', 'left out again'])
  const events = await expectRecordedAs(klaviyo, 'Tested', 3)
  const leftOut = events.find(({ properties }) => properties.label === 'left out')
  expect(leftOut?.properties).not.toHaveProperty('url')
  expect(leftOut?.properties).not.toHaveProperty('path')
  expect(leftOut?.properties).toMatchObject({ referrer: `${site.origin}/orders/redacted?email=redacted` })
  expect(await page.evaluate(() => Reflect.get(window, 'problems'))).toEqual([
    ['redact', 'redact has thrown, so the address is left out: Error: on purpose'],
  ])
})
