import { describe, expect, test } from 'vitest'
import { createHelpcrunchEmulator, type HelpcrunchEmulatorOptions } from './emulator.ts'

const setUp = (options: HelpcrunchEmulatorOptions = {}) => {
  const helpcrunch = createHelpcrunchEmulator({
    customers: [{ userId: 'u', email: 'ada@shop.test' }],
    ...options,
  })
  const post = (path: string, body: unknown, headers: HeadersInit = {}) =>
    helpcrunch.handle(
      new Request(`https://vendor.test/v1/${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer hc-private-key', 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  return { helpcrunch, post }
}

const EVENT = { name: 'Button Click', data: { button: 'Start', clicks: 2, first: true }, customer: 542_001 }

test('records an event at the time of its receipt, and a repeat as a second one', async () => {
  const { helpcrunch, post } = setUp({ now: () => 1_603_885_746_500 })
  const response = await post('events', EVENT)
  expect([response.status, await response.json()]).toEqual([
    200,
    { ...EVENT, id: 1, createdAt: '1603885746' },
  ])
  await post('events', EVENT)
  expect(helpcrunch.events()).toHaveLength(2)
})

describe('refuses', () => {
  test.each([
    ['a time of its own', 400, 'invalid_request', { ...EVENT, createdAt: 1 }],
    ['data in data', 400, 'invalid_request', { ...EVENT, data: { a: {} } }],
    ['null in data', 400, 'invalid_request', { ...EVENT, data: { a: null } }],
    ['the site’s own id of the customer', 400, 'customer', { ...EVENT, customer: 'u' }],
    ['an event without a name', 400, 'name', { ...EVENT, name: undefined }],
    ['a customer whom it does not know', 404, 'not_found', { ...EVENT, customer: 1 }],
    ['what is no JSON', 400, 'invalid_request', '{'],
  ])('%s', async (_, status, code, body) => {
    const { helpcrunch, post } = setUp()
    const response = await post('events', body)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(`"code":"${code}"`)
    expect(helpcrunch.events()).toEqual([])
  })

  test.each([{}, { authorization: 'hc-private-key' }, { authorization: 'Bearer wrong' }])(
    'a key that is not its own: %j',
    async (headers) => {
      const { helpcrunch, post } = setUp({ apiKey: 'another' })
      const response = await post('events', EVENT, headers)
      expect([response.status, helpcrunch.violations().length]).toEqual([401, 1])
      expect(await response.json()).toMatchObject({ errors: [{}, { code: 'unauthorized' }] })
    },
  )

  test('more than 120 requests a minute', async () => {
    let ms = 0
    const { helpcrunch, post } = setUp({ now: () => ms })
    for (let sent = 0; sent < 120; sent += 1) expect((await post('events', EVENT)).status).toBe(200)
    const limited = await post('customers/search', { filter: [] })
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, null])
    expect(await limited.text()).toContain('too_many_requests')
    ms = 60_000
    expect((await post('events', EVENT)).status).toBe(200)
    expect(helpcrunch.violations()).toEqual([])
  })
})

test('finds customers by all filters or by any, and makes new ones', async () => {
  const { post } = setUp()
  const filter = [
    { field: 'customers.userId', operator: '=', value: 'u' },
    { field: 'customers.email', operator: '=', value: 'nobody@shop.test' },
  ]
  const search = async (comparison: string) => (await post('customers/search', { comparison, filter })).json()
  expect(await search('AND')).toEqual({ data: [], total: 0 })
  expect(await search('OR')).toMatchObject({ data: [{ id: 542_001, userId: 'u' }], total: 1 })
  const made = await post('customers', { userId: 'v', firstSeen: '1603885746' })
  expect([made.status, await made.json()]).toMatchObject([201, { id: 542_002, userId: 'v' }])
  expect((await post('customers', { user_id: 'v' })).status).toBe(400)
})
