import { describe, expect, test } from 'vitest'
import { createYotpoEmulator, type YotpoEmulatorOptions } from './emulator.ts'

const BASE = 'https://vendor.test/core/v3/stores/store-1'

const setUp = (options: YotpoEmulatorOptions = {}) => {
  let ms = 0
  const yotpo = createYotpoEmulator({ now: () => ms, enforceRateLimits: false, ...options })
  const call = (method: string, path: string, body: unknown, headers: HeadersInit = {}) =>
    yotpo.handle(
      new Request(`${BASE}/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    )
  const token = async (secret = 'yotpo-private-secret') => {
    const response = await call('POST', 'access_tokens', { secret })
    return { status: response.status, value: `${(await response.json()).access_token}` }
  }
  const send = (value: string, body: unknown) =>
    call('PATCH', 'customer_events', body, { 'x-yotpo-token': value })
  const pass = (wait: number): void => {
    ms += wait
  }
  return { yotpo, call, token, send, pass }
}

const EVENT = {
  source: 'sendoff',
  type: 'order_shipped',
  occurred_at: '2026-11-21T12:00:00.000Z',
  id: 'event-1',
  customer: { external_id: 'u' },
  properties: { value: 19.9, first: true },
}

test('records an event, and lets a repeated id override it', async () => {
  const { yotpo, token, send } = setUp()
  const { value } = await token()
  expect((await send(value, EVENT)).status).toBe(200)
  expect((await send(value, { ...EVENT, type: 'order_lost' })).status).toBe(200)
  expect([yotpo.events().map(({ type }) => type), yotpo.overridden()]).toEqual([['order_lost'], 1])
})

describe('a token', () => {
  test('is given for the secret only', async () => {
    const { token } = setUp()
    expect([(await token()).status, (await token('wrong')).status]).toEqual([200, 401])
  })

  test('is good for 14 days', async () => {
    const { yotpo, token, send, pass } = setUp()
    const { value } = await token()
    pass(14 * 24 * 60 * 60 * 1_000)
    expect((await send(value, EVENT)).status).toBe(401)
    expect(yotpo.violations()).toEqual([])
    expect((await send('never given', EVENT)).status).toBe(401)
    expect(yotpo.violations()).toHaveLength(1)
  })
})

describe('refuses', () => {
  test.each([
    ['a name with capitals', { ...EVENT, type: 'Order Shipped' }],
    ['a name of 256 characters', { ...EVENT, type: 'x'.repeat(256) }],
    ['a time that is not ISO 8601', { ...EVENT, occurred_at: 1 }],
    ['an event without an id', { ...EVENT, id: undefined }],
    ['nobody', { ...EVENT, customer: {} }],
    [
      'an address and a number without an id',
      { ...EVENT, customer: { email: 'a@b.test', phone_number: '+491701234567' } },
    ],
    ['a number that is not E.164', { ...EVENT, customer: { phone_number: '0170 1234567' } }],
    ['a list among the properties', { ...EVENT, properties: { tags: ['a'] } }],
    ['a property’s name with a space', { ...EVENT, properties: { 'a b': 1 } }],
    ['a field that it does not know', { ...EVENT, event: {} }],
  ])('%s', async (_, body) => {
    const { yotpo, token, send } = setUp()
    const { value } = await token()
    expect((await send(value, body)).status).toBe(400)
    expect([yotpo.events(), yotpo.violations().length]).toEqual([[], 1])
  })

  test('another method, another store, and more than five requests a second', async () => {
    const { call, token } = setUp({ enforceRateLimits: true })
    expect((await call('POST', 'customer_events', EVENT)).status).toBe(405)
    expect((await call('PATCH', 'orders', EVENT)).status).toBe(404)
    for (let sent = 0; sent < 5; sent += 1) expect((await token()).status).toBe(200)
    const limited = await call('POST', 'access_tokens', {})
    expect([limited.status, limited.headers.get('ratelimit-reset')]).toEqual([429, '1'])
  })
})
