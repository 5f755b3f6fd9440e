import { describe, expect, test } from 'vitest'
import {
  type BloomreachEmulatorOptions,
  createBloomreachEmulator,
  PROJECT_TOKEN,
  PUBLIC_TOKEN,
} from './emulator.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const ORIGIN = `https://vendor.test/track/v2/projects/${PROJECT_TOKEN}`

type Json = Record<string, unknown>

const data = (overrides: Json = {}): Json => ({
  customer_ids: { cookie: 'visitor-1' },
  event_type: 'view',
  properties: { sku: 'A-1' },
  timestamp: NOW / 1_000,
  ...overrides,
})
const event = (overrides: Json = {}): Json => ({ name: 'customers/events', data: data(overrides) })

const setUp = (options: BloomreachEmulatorOptions = {}) => {
  const emulator = createBloomreachEmulator({ now: () => NOW, ...options })
  const post = (path: string, body: unknown, headers: Record<string, string> = {}, origin = ORIGIN) =>
    emulator.handle(
      new Request(`${origin}/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Token ${PUBLIC_TOKEN}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  const batch = (...commands: unknown[]) => post('batch', { commands })
  return { emulator, post, batch }
}

describe('a batch', () => {
  test('is answered by position, and its own success says nothing', async () => {
    const { emulator, batch } = setUp()
    const response = await batch(
      event(),
      event({ event_type: undefined }),
      { ...event(), name: 'system/reboot' },
      { name: 'customers', data: { customer_ids: { registered: 'ada' }, properties: {} }, command_id: 'c' },
    )
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({
      success: true,
      results: [
        { success: true },
        { success: false, errors: [expect.stringContaining('event_type')] },
        { success: false, errors: ['Unsupported command system/reboot'] },
        { success: true, command_id: 'c' },
      ],
    })
    expect([emulator.events().length, emulator.violations().length]).toEqual([1, 1])
  })

  test.each([
    ['half a bod', 400, 'Invalid JSON'],
    [{}, 400, 'No commands'],
    [{ commands: [] }, 400, 'No commands'],
    [{ commands: [event()], sent_at: 7 }, 400, 'Unknown fields sent_at'],
    [{ commands: Array(51).fill(event()) }, 400, 'Too many commands'],
  ])('is refused as a whole when it is %j', async (body, status, message) => {
    const { emulator, post } = setUp()
    const response = await post('batch', body)
    expect([response.status, await response.json()]).toEqual([status, { success: false, message }])
    expect([emulator.events(), emulator.violations().length]).toEqual([[], 1])
  })

  test.each([
    ['no customer', { customer_ids: {} }],
    ['an id without a letter', { customer_ids: { registered: '--' } }],
    ['an id that is null', { customer_ids: { registered: 'null' } }],
    ['an unknown kind of id', { customer_ids: { email: 'ada@shop.test' } }],
    ['no properties', { properties: {} }],
    ['milliseconds', { timestamp: NOW }],
    ['a value of 16 kB', { properties: { text: 'x'.repeat(15_998) } }],
    ['a field of its own', { attempt: 2 }],
    [
      '800 kB',
      {
        properties: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [at, 'x'.repeat(15_000)])),
      },
    ],
  ])('refuses an event with %s', async (_name, overrides) => {
    const { emulator, batch } = setUp()
    const { results } = (await (await batch(event(overrides))).json()) as { results: Json[] }
    expect(results).toMatchObject([{ success: false }])
    expect(emulator.events()).toEqual([])
  })
})

test('single commands are answered by themselves', async () => {
  const { emulator, post } = setUp()
  expect(await (await post('customers/events', data())).json()).toEqual({ success: true })
  const update = { customer_ids: { cookie: 'visitor-1' }, properties: { plan: 'gold' } }
  expect(await (await post('customers', update)).json()).toEqual({ success: true })
  expect(emulator.customers()).toMatchObject([{ cookies: ['visitor-1'], properties: { plan: 'gold' } }])
  const refused = await (await post('customers/events', data({ properties: {} }))).json()
  expect(refused).toEqual({ success: false, errors: ['properties: No properties'] })
})

describe('access', () => {
  test('is by header or by URL', async () => {
    const { emulator, post } = setUp()
    await post('batch', { commands: [event()] })
    const noHeader = { Authorization: '' }
    await post(`batch?access_token=${PUBLIC_TOKEN}`, { commands: [event({ event_type: 'other' })] }, noHeader)
    expect([emulator.events().length, emulator.violations()]).toEqual([2, []])
  })

  test('is refused to a wrong token, a private key and a wrong project, the last unreadably', async () => {
    const { emulator, post } = setUp()
    const body = { commands: [event()] }
    for (const Authorization of ['', `Token ${'x'.repeat(64)}`, `Basic ${btoa('id:secret')}`]) {
      const response = await post('batch', body, { Authorization })
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
    }
    const wrong = await post('batch', body, {}, ORIGIN.replace(/.$/, '0'))
    expect(await wrong.json()).toEqual({ success: false, error: 'Invalid project id' })
    expect([wrong.status, wrong.headers.get('access-control-allow-origin')]).toEqual([400, null])
    expect(emulator.events()).toEqual([])
  })
})

test('too many requests are refused with 429, and nothing says when to come again', async () => {
  const { emulator, batch } = setUp({ limits: { rate: [{ requests: 2, windowMs: 60_000 }] } })
  await batch(event())
  await batch(event())
  const response = await batch(event({ event_type: 'other' }))
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, null])
  expect([emulator.events().length, emulator.violations()]).toEqual([1, []])
})

describe('a repeat', () => {
  const DAY = 86_400_000

  test('is recognised by customer, type, timestamp and properties in any order', async () => {
    const { emulator, batch } = setUp()
    const properties = { a: 1, b: '2' }
    await batch(event({ properties }), event({ properties: { b: '2', a: 1 } }))
    expect([emulator.events().length, emulator.duplicates()]).toEqual([1, 1])
    await batch(
      event({ properties: { ...properties, a: '1' } }),
      event({ properties, timestamp: NOW / 1_000 + 0.001 }),
      event({ properties, event_type: 'other' }),
      event({ properties, customer_ids: { cookie: 'visitor-2' } }),
    )
    expect([emulator.events().length, emulator.duplicates()]).toEqual([5, 1])
  })

  test('is remembered for 90 days from the last one', async () => {
    let now = NOW
    const { emulator, batch } = setUp({ now: () => now })
    await batch(event())
    now += 89 * DAY
    await batch(event())
    now += 89 * DAY
    await batch(event())
    now += 91 * DAY
    await batch(event())
    expect([emulator.events().length, emulator.duplicates()]).toEqual([2, 2])
  })

  test('is recognised after the visitor has become a customer', async () => {
    const { emulator, batch } = setUp()
    await batch({ name: 'customers', data: { customer_ids: { registered: 'ada' }, properties: {} } })
    await batch(event())
    await batch({
      name: 'customers',
      data: { customer_ids: { registered: 'ada', cookie: 'visitor-1' }, properties: { plan: 'gold' } },
    })
    await batch(event())
    expect([emulator.events().length, emulator.duplicates()]).toEqual([1, 1])
    expect(emulator.customers()).toMatchObject([
      { registered: 'ada', cookies: ['visitor-1'], properties: { plan: 'gold' } },
    ])
  })
})

test('forgets everything on reset, and answers preflights', async () => {
  const { emulator, batch } = setUp()
  await batch(event(), event())
  emulator.reset()
  expect([emulator.events(), emulator.requests(), emulator.duplicates()]).toEqual([[], [], 0])
  const preflight = await emulator.handle(
    new Request(`${ORIGIN}/batch`, {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Headers': 'content-type' },
    }),
  )
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'content-type',
  ])
})
