import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { integrityOf } from '../../../scripts/file-table.mjs'
import { ROOT } from '../../../test/sources.ts'
import { test } from '../../support/fixtures.ts'
import { asWritten } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

test('a page of HTML tracks what its visitor sees and does', async ({ klaviyo, vendor, site, visitor }) => {
  site.setPage('/', asWritten('plain-html', vendor.origin)['index.html'] ?? '')
  const page = await visitor.page()
  await page.goto(site.origin)
  await page.click('#add')

  await expectRecordedExactly(klaviyo, [
    ['Viewed Product', { sku: 'A-1', value: 19.9, currency: 'EUR' }],
    ['Added to Cart', { sku: 'A-1' }],
  ])
})

const script = readFileSync(join(ROOT, 'dist/sendoff.klaviyo.js'))

test('a page with a content policy and integrity needs no more than it permits', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const html = asWritten('plain-html', vendor.origin)['strict.html'] ?? ''
  site.setPage('/', html.replace('sha384-…', integrityOf(script)))
  const page = await visitor.page()
  const problems: string[] = []
  // The browser's own request for an icon is not the page's.
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(site.origin)

  await expectRecordedExactly(klaviyo, [['Viewed Product', { sku: 'A-1' }]])
  expect(problems.filter((text) => !text.includes('favicon'))).toEqual([])
})

test('a script that is not the one of the hash does not run, and the page’s calls still do not throw', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const html = asWritten('plain-html', vendor.origin)['strict.html'] ?? ''
  site.setPage('/', html.replace('sha384-…', integrityOf('another script')))
  const page = await visitor.page()
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  const refused = page.waitForEvent('console', (message) => /integrity/.test(message.text()))
  await page.goto(site.origin)
  await refused

  expect(await page.evaluate(() => Reflect.has(window.track, 'q'))).toBe(true)
  expect(errors).toEqual([])
  expect(klaviyo.requests()).toEqual([])
})
