import { expect } from '@playwright/test'
import { readTagTemplate } from '../../../test/docs/tag-template.ts'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { asWritten, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

const { code, permissions } = readTagTemplate()

/**
 * The tag manager's functions over the real `window`, which allow what the template's permissions allow. `fire(data)`
 * runs the template as a tag.
 */
const TAG_MANAGER = `
  const { globals, scripts } = PERMISSIONS
  const allow = (key, right) => { if (!globals[key]?.[right]) throw new Error('no permission to ' + right + ' ' + key) }
  const loaded = new Map()
  const load = (url) => new Promise((resolve, reject) => {
    if (!scripts.some((pattern) => url.startsWith(pattern.replace('*', '')))) throw new Error('no permission to load ' + url)
    const script = Object.assign(document.createElement('script'), { src: url, onload: resolve, onerror: reject })
    document.head.append(script)
  })
  const apis = {
    callInWindow: (key, ...args) => (allow(key, 'execute'), window[key](...args)),
    setInWindow: (key, value, override) => {
      allow(key, 'write')
      if (override || !(key in window)) window[key] = value
      return true
    },
    injectScript: (url, onSuccess, onFailure, token) => {
      if (!loaded.has(token)) loaded.set(token, load(url))
      loaded.get(token).then(onSuccess, onFailure)
    },
    makeTableMap: (rows, key, value) => Object.fromEntries(rows.map((row) => [row[key], row[value]])),
  }
  window.fire = (data) => new Promise((gtmOnSuccess, reject) => {
    const gtmOnFailure = () => reject(new Error('the tag has failed'))
    run((name) => apis[name], { ...data, gtmOnSuccess, gtmOnFailure })
  })`

test('a tag of Google Tag Manager loads the script once and tracks its event', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  // The loader is the only file of the recipe, so a server of pages can serve it.
  const loader = asWritten('google-tag-manager', vendor.origin)['sendoff-gtm.js'] ?? ''
  site.setPage('/assets/sendoff-gtm.js', { html: loader, headers: { 'content-type': 'text/javascript' } })
  const allowed = JSON.stringify({ ...permissions, scripts: [`${site.origin}/*`] })
  const manager = TAG_MANAGER.replace('PERMISSIONS', allowed)
  site.setPage('/', pageWith(inline(`const run = (require, data) => {${code}}\n${manager}`)))
  const page = await visitor.page()
  const scripts: string[] = []
  page.on(
    'request',
    (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname),
  )
  // The library is served from the place where the build puts it.
  await page.route('**/assets/sendoff.klaviyo.js', (route) =>
    route.fulfill({ path: 'dist/sendoff.klaviyo.js' }),
  )
  await page.goto(site.origin)
  const outcome = await page.evaluate(async (origin) => {
    const tag = { origin: `${origin}/assets`, siteId: 'AbC123' }
    const fire = Reflect.get(window, 'fire') as (data: object) => Promise<void>
    await Promise.all([
      fire({ ...tag, eventName: 'Viewed Page' }),
      fire({
        ...tag,
        eventName: 'Placed Order',
        eventId: 'order-7',
        properties: [{ name: 'value', value: '19.90' }],
      }),
      fire({
        ...tag,
        eventName: 'Placed Order',
        eventId: 'order-7',
        properties: [{ name: 'value', value: '19.90' }],
      }),
    ])
    return 'fired'
  }, site.origin)

  expect(outcome).toBe('fired')
  await expectRecordedExactly(klaviyo, [['Placed Order', { value: '19.90' }], ['Viewed Page']])
  expect(scripts).toEqual(['/assets/sendoff-gtm.js', '/assets/sendoff.klaviyo.js'])
})
