import { expect, test } from 'vitest'
import { eventsOf } from '../../../test/events.ts'
import { snakeCase, YOTPO_FIELDS, yotpoBody } from './yotpo-body.ts'

test.each([
  ['Viewed Product', 'viewed_product'],
  ['viewedProduct', 'viewed_product'],
  ['order-shipped!', 'order_shipped'],
  ['  Größe 42 ', 'größe_42'],
  ['SKU', 'sku'],
  ['☕', ''],
  ['हिन्दी घटना', 'हिन्दी_घटना'],
  ['x'.repeat(300), 'x'.repeat(255)],
  [`${'x'.repeat(254)} y`, 'x'.repeat(254)],
  [`${'x'.repeat(254)}𠮷`, 'x'.repeat(254)],
])('%s in snake case is %s', (name, expected) => {
  expect(snakeCase(name)).toBe(expected)
})

test('names of fields, and a key around them, are the site’s to choose', () => {
  const fields = { ...YOTPO_FIELDS, type: 'event_type', occurredAt: 'time' }
  const body = yotpoBody({ source: 'shop', wrapper: 'customer_event', fields })
  const [event] = eventsOf(1, { identity: { anonymousId: 'a', userId: 'a' } })
  expect(event && body(event, event.id)).toMatchObject({
    body: {
      customer_event: { source: 'shop', event_type: 'viewed_product', time: '2026-11-21T12:00:00.000Z' },
    },
  })
})

test('an identify carries its traits as the customer’s', () => {
  const body = yotpoBody({ source: 'shop', wrapper: undefined, fields: YOTPO_FIELDS })
  const [event] = eventsOf(1, { identity: { anonymousId: 'a', email: 'ada@shop.test' } })
  const identify = event && { ...event, type: 'identify' as const, properties: { firstName: 'Ada' } }
  expect(identify && body(identify, identify.id)).toMatchObject({
    body: { customer: { email: 'ada@shop.test', properties: { first_name: 'Ada' } }, properties: {} },
  })
})
