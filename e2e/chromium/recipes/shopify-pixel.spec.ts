import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { asWritten, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

/** Shopify's code inside the frame: the pixel's `analytics`, fed by the page around it. */
const SANDBOX = `
  const subscribers = new Map()
  const analytics = { subscribe: (name, callback) => subscribers.set(name, callback) }
  addEventListener('message', ({ data }) => subscribers.get(data.name)?.(data))`

const checkout = {
  email: 'ada@shop.test',
  currencyCode: 'EUR',
  totalPrice: { amount: 39.8, currencyCode: 'EUR' },
  lineItems: [{ title: 'Lamp', quantity: 2, variant: { sku: 'A-1' } }],
}

const EVENTS = [
  { id: 'sh-1', name: 'checkout_started', checkout: { ...checkout, email: null, order: null } },
  { id: 'sh-2', name: 'payment_info_submitted', checkout: { ...checkout, order: null } },
  {
    id: 'sh-3',
    name: 'checkout_completed',
    checkout: { ...checkout, order: { id: '7', customer: { id: '9' } } },
  },
  // The visitor loads the thank-you page again.
  {
    id: 'sh-4',
    name: 'checkout_completed',
    checkout: { ...checkout, order: { id: '7', customer: { id: '9' } } },
  },
].map(({ checkout, ...event }) => ({ ...event, timestamp: '2026-11-21T10:00:00.000Z', data: { checkout } }))

test('a custom pixel in its sandbox reports the checkout, and an order once', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const pixel = (asWritten('shopify', vendor.origin)['custom-pixel.js'] ?? '').replace(
    'https://shop.example/cdn/shop/t/1/assets',
    `${site.origin}/dist`,
  )
  site.setPage('/sandbox', pageWith(inline(SANDBOX) + inline(pixel)))
  site.setPage('/', `${pageWith('')}<iframe sandbox="allow-scripts allow-forms" src="/sandbox"></iframe>`)
  const page = await visitor.page()
  await page.goto(site.origin)
  const frame = page.frames().find((frame) => frame.url().endsWith('/sandbox'))
  if (!frame) throw new Error('expected the frame of the pixel')
  expect(await frame.evaluate(() => origin), 'as Shopify’s: a frame without an origin').toBe('null')
  await page.evaluate((events) => {
    const sandbox = document.querySelector('iframe')?.contentWindow
    for (const event of events) sandbox?.postMessage(event, '*')
  }, EVENTS)

  const order = { value: 39.8, currency: 'EUR' }
  await expectRecordedExactly(klaviyo, [
    ['Added Payment Info', order],
    ['Placed Order', { ...order, items: [{ title: 'Lamp', quantity: 2, sku: 'A-1' }] }],
    ['Started Checkout', order],
  ])
  const placed = klaviyo.events().find(({ metric }) => metric === 'Placed Order')
  expect(placed?.profile.email).toBe('ada@shop.test')
  expect(Date.parse(placed?.time ?? '')).toBe(Date.parse('2026-11-21T10:00:00.000Z'))
  const status = await frame.evaluate(() => window.track.status())
  expect(status.queues[0]?.storage).toBe('memory')
})
