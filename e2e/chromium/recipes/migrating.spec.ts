import { expect } from '@playwright/test'
import { snippet } from '../../../demo/snippet.ts'
import { test } from '../../support/fixtures.ts'
import { attributesFor, pageWith } from '../../support/shop-html.ts'
import { asWritten, inline } from './as-written.ts'
import { type Expected, expectRecordedExactly } from './recorded.ts'

interface Migration {
  readonly from: string
  readonly file: string
  /** The page's script before the recipe, and after it. */
  readonly before: string
  readonly after: string
  readonly recorded: readonly Expected[]
}

const PERSON = { email: 'ada@shop.test', external_id: 'customer-7', first_name: 'Ada' }

const migrations: readonly Migration[] = [
  {
    from: 'Segment',
    file: 'segment.js',
    before: `
      window.analytics = []
      analytics.push(['identify', 'customer-7', { email: 'ada@shop.test', firstName: 'Ada' }])
      analytics.push(['track', 'Early', { sku: 'A-1' }])`,
    after: `
      analytics.page('Shop', 'Home', { section: 'lamps' })
      analytics.track('Placed Order', { value: 19.9 }, { messageId: 'order-7', timestamp: '2026-11-21T10:00:00Z' })
      analytics.track('Placed Order', { value: 19.9 }, { messageId: 'order-7', timestamp: '2026-11-21T10:00:00Z' })`,
    recorded: [
      ['Early', { sku: 'A-1' }],
      ['Placed Order', { value: 19.9 }],
      ['Viewed Page', { name: 'Home', section: 'lamps', path: '/' }],
    ],
  },
  {
    from: 'gtag',
    file: 'gtag.js',
    before: `
      window.dataLayer = []
      function gtag() { dataLayer.push(arguments) }
      gtag('js', new Date())
      gtag('config', 'G-0000000000')
      gtag('set', { user_id: 'customer-7' })
      gtag('event', 'view_item', { sku: 'A-1' })
      dataLayer.push({ event: 'gtm.js' })`,
    after: `
      gtag('event', 'purchase', { value: 19.9, transaction_id: 'order-7' })
      gtag('event', 'joined_waiting_list', { sku: 'A-1' })
      gtag('get', 'G-0000000000', 'client_id')
      window.kept = dataLayer.length`,
    recorded: [
      ['Placed Order', { value: 19.9 }],
      ['Viewed Product', { sku: 'A-1' }],
      ['joined_waiting_list', { sku: 'A-1' }],
    ],
  },
  {
    from: 'Klaviyo’s own',
    file: 'learnq.js',
    before: `
      var _learnq = _learnq || []
      var klaviyo = []
      _learnq.push(['identify', { $email: 'ada@shop.test', $first_name: 'Ada', $id: 'customer-7' }])
      _learnq.push(() => { throw new Error('of the page') })
      _learnq.push(['identify', null])
      _learnq.push(() => klaviyo.push(['track', 'Viewed Product', { sku: 'A-1' }]))
      klaviyo.push(['trackPageView'])`,
    after: `
      _learnq.push(['track', 'Added to Cart', { sku: 'A-1' }])
      klaviyo.track('Placed Order', { $event_id: 'order-7', value: 19.9 })
      klaviyo.push(['track', 'Placed Order', { $event_id: 'order-7', value: 19.9 }])`,
    recorded: [
      ['Added to Cart', { sku: 'A-1' }],
      ['Placed Order', { value: 19.9 }],
      ['Viewed Page', { path: '/' }],
      ['Viewed Product', { sku: 'A-1' }],
    ],
  },
]

for (const { from, file, before, after, recorded } of migrations) {
  test(`calls to ${from} go on working, those before the script included`, async ({
    klaviyo,
    vendor,
    site,
    visitor,
  }) => {
    const code = asWritten('migrating', vendor.origin)[file] ?? ''
    const tags = snippet(attributesFor(vendor))
    site.setPage('/', pageWith(inline(before) + tags + inline(code) + inline(after)))
    const page = await visitor.page()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(site.origin)

    await expectRecordedExactly(klaviyo, recorded)
    const person = file === 'gtag.js' ? { external_id: 'customer-7' } : PERSON
    expect(klaviyo.profiles().some(({ attributes }) => matches(attributes, person))).toBe(true)
    if (file === 'gtag.js') expect(await page.evaluate(() => Reflect.get(window, 'kept'))).toBe(8)
    expect(errors).toEqual([])
  })
}

/**
 * Does what Klaviyo's current snippet does until its script arrives: it queues calls behind a proxy, with a callback
 * each.
 */
const SNIPPET = `
  window._klOnsite = []
  window.klaviyo = new Proxy({}, {
    get: (_, method) => method === 'push'
      ? (...entries) => _klOnsite.push(...entries)
      : (...args) => {
          const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined
          return new Promise((resolve) =>
            _klOnsite.push([method, ...args, (result) => { callback?.(result); resolve(result) }]))
        },
  })`

test('Klaviyo’s current snippet: calls, functions, callbacks, promises, and what there is no equivalent of', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const before = `${SNIPPET}
    window.heard = []
    const hear = (name) => (result) => heard.push([name, result])
    klaviyo.isIdentified().then(hear('nobody'))
    klaviyo.track('Viewed Product', { sku: 'A-1' }, hear('tracked'))
    klaviyo.push(() => { throw new Error('of the page') })
    klaviyo.push(() => klaviyo.track('From Function', { sku: 'A-2' }))
    klaviyo.push(['identify', { email: 'ada@shop.test', external_id: 'customer-7' }])
    klaviyo.openForm('AbCdEf')`
  const after = `
    klaviyo.isIdentified(hear('person'))
    klaviyo.track('Added to Cart', { sku: 'A-1' }).then(hear('added'))
    klaviyo.openForm('AbCdEf').then(hear('opened'))
    _learnq.push(['track', 'Old Call', { sku: 'A-3' }], () => { throw new Error('of the page') })
    ;(async () => hear('awaited')((await klaviyo) === klaviyo))()`
  const code = asWritten('migrating', vendor.origin)['learnq.js'] ?? ''
  site.setPage('/', pageWith(inline(before) + snippet(attributesFor(vendor)) + inline(code) + inline(after)))
  const page = await visitor.page()
  const warned: string[] = []
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()))
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(site.origin)

  await expectRecordedExactly(klaviyo, [
    ['Added to Cart', { sku: 'A-1' }],
    ['From Function', { sku: 'A-2' }],
    ['Old Call', { sku: 'A-3' }],
    ['Viewed Product', { sku: 'A-1' }],
  ])
  const heard = await page.evaluate(() => Object.fromEntries(Reflect.get(window, 'heard')))
  expect(heard).toEqual({ nobody: false, person: true, awaited: true })
  expect(await page.evaluate(() => Reflect.get(window, 'heard').length)).toBe(6)
  expect(warned).toEqual(['sendoff has nothing like klaviyo.openForm(): it is ignored'])
  expect(errors).toEqual([])

  site.setPage('/later', pageWith(snippet(attributesFor(vendor)) + inline(code)))
  await page.goto(`${site.origin}/later`)
  expect(await page.evaluate(() => Reflect.get(window, 'klaviyo').isIdentified())).toBe(true)
})

const matches = (actual: object, wanted: object): boolean =>
  Object.entries(wanted).every(([name, value]) => Reflect.get(actual, name) === value)
