import { describe, expect, test } from 'vitest'
import { createKlaviyoEmulator, type KlaviyoEmulatorOptions } from './emulator.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const ORIGIN = 'https://vendor.test'

type Json = Record<string, unknown>

const attributes = (overrides: Json = {}): Json => ({
  metric: { data: { type: 'metric', attributes: { name: 'Viewed Product' } } },
  properties: { sku: 'A-1' },
  time: '2026-11-21T11:59:58.900Z',
  unique_id: crypto.randomUUID(),
  ...overrides,
})

const person = { type: 'profile', attributes: { email: 'ada@lovelace.dev', anonymous_id: 'visitor-1' } }

const bulk = (events: readonly Json[], profile: Json = person): Json => ({
  data: {
    type: 'event-bulk-create',
    attributes: {
      profile: { data: profile },
      events: { data: events.map((event) => ({ type: 'event', attributes: event })) },
    },
  },
})

const single = (event: Json, profile: Json = person): Json => ({
  data: { type: 'event', attributes: { ...event, profile: { data: profile } } },
})

const setUp = (options: KlaviyoEmulatorOptions = {}) => {
  const klaviyo = createKlaviyoEmulator({ now: () => NOW, ...options })
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    klaviyo.handle(
      new Request(`${ORIGIN}/client/${path}${path.includes('?') ? '' : '?company_id=AbC123'}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/vnd.api+json', revision: '2026-07-15', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  return { klaviyo, post }
}

const firstError = async (response: Response): Promise<Json> => {
  const { errors } = (await response.json()) as { errors: Json[] }
  return errors[0] ?? {}
}

describe('what is accepted', () => {
  test.each(['event-bulk-create', 'event-bulk-create/'])(
    'answers 202 with an empty body at %s',
    async (path) => {
      const { klaviyo, post } = setUp()
      const response = await post(path, bulk([attributes(), attributes()]))
      expect([response.status, await response.text()]).toEqual([202, ''])
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(klaviyo.events()).toHaveLength(2)
      expect(klaviyo.requests()).toMatchObject([
        { method: 'POST', status: 202, events: 2, overlapped: false },
      ])
    },
  )

  test('cuts the time of an event to the second', async () => {
    const { klaviyo, post } = setUp()
    await post('events', single(attributes()))
    expect(klaviyo.events()[0]).toMatchObject({
      metric: 'Viewed Product',
      time: '2026-11-21T11:59:58+00:00',
      properties: { sku: 'A-1' },
      profile: { email: 'ada@lovelace.dev' },
    })
  })

  test('takes the time of receipt for an event without one', async () => {
    const { klaviyo, post } = setUp()
    await post('events', single(attributes({ time: undefined })))
    expect(klaviyo.events()[0]?.time).toBe('2026-11-21T12:00:00+00:00')
  })

  test('answers a preflight for the headers that the browser asks for', async () => {
    const { klaviyo } = setUp()
    const response = await klaviyo.handle(
      new Request(`${ORIGIN}/client/events?company_id=AbC123`, {
        method: 'OPTIONS',
        headers: { 'Access-Control-Request-Headers': 'content-type,revision' },
      }),
    )
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type,revision')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(klaviyo.violations()).toEqual([])
  })

  test('takes meta inside the attributes of a single event and beside them in a bulk request', async () => {
    const meta = { patch_properties: { unset: 'nickname' } }
    const inside = { type: 'profile', attributes: { ...person.attributes, meta } }
    const beside = { ...person, meta }
    const { post } = setUp()
    expect((await post('events', single(attributes(), inside))).status).toBe(202)
    expect((await post('event-bulk-create', bulk([attributes()], beside))).status).toBe(202)
    expect((await post('profiles', { data: beside })).status).toBe(202)
    expect((await post('events', single(attributes(), beside))).status).toBe(400)
    expect((await post('event-bulk-create', bulk([attributes()], inside))).status).toBe(400)
  })
})

describe('what breaks the contract', () => {
  test.each<[string, Json]>([
    [
      'a name of 128 characters',
      { metric: { data: { type: 'metric', attributes: { name: 'n'.repeat(128) } } } },
    ],
    ['no properties', { properties: undefined }],
    [
      '401 properties',
      { properties: Object.fromEntries(Array.from({ length: 401 }, (_, i) => [`p${i}`, i])) },
    ],
    ['a string of more than 100 KB', { properties: { text: 'é'.repeat(50_001) } }],
    ['an array of 4001 items', { properties: { list: Array.from({ length: 4001 }, () => 0) } }],
    ['eleven levels', { properties: { deep: JSON.parse(`${'['.repeat(10)}${']'.repeat(10)}`) } }],
    ['a time that is not ISO 8601', { time: 'yesterday' }],
    ['a time before 1990', { time: '1989-12-31T23:59:59Z' }],
    ['a time more than a year ahead', { time: '2027-11-22T12:00:00Z' }],
    ['a value that is a string', { value: '19.90' }],
    ['a currency in small letters', { value: 1, value_currency: 'eur' }],
    ['an unknown key', { sequence: 1 }],
  ])('refuses a whole bulk request for one event with %s, and names the event', async (_, fault) => {
    const { klaviyo, post } = setUp()
    const response = await post('event-bulk-create', bulk([attributes(), attributes(fault), attributes()]))
    expect(response.status).toBe(400)
    expect((await firstError(response)).source).toEqual({
      pointer: expect.stringMatching(/^\/data\/attributes\/events\/data\/1\/attributes\//),
    })
    expect(klaviyo.events()).toEqual([])
    expect(klaviyo.violations()).toHaveLength(1)
  })

  test('says which key is unknown to which resource', async () => {
    const { post } = setUp()
    const stray = { type: 'profile', attributes: { email: 'ada@lovelace.dev', nickname: 'Ada' } }
    expect(await firstError(await post('profiles', { data: stray }))).toMatchObject({
      detail: "'nickname' is not a valid field for the resource 'profile'.",
      source: { pointer: '/data/attributes/nickname' },
    })
    expect((await firstError(await post('events', single(attributes({ seq: 1 }))))).detail).toBe(
      "'seq' is not a valid field for the resource 'event'.",
    )
  })

  test.each<[string, Json]>([
    ['no identifier', { first_name: 'Ada' }],
    ['a phone number that is not E.164', { phone_number: '0151 234' }],
    ['a malformed e-mail address', { email: 'ada at lovelace' }],
  ])('refuses a profile with %s', async (_, given) => {
    const { klaviyo, post } = setUp()
    const response = await post('profiles', { data: { type: 'profile', attributes: given } })
    expect(response.status).toBe(400)
    expect(klaviyo.profiles()).toEqual([])
  })

  test('refuses 1001 events and takes 1000', async () => {
    const { post } = setUp()
    const events = Array.from({ length: 1001 }, () => attributes())
    expect((await post('event-bulk-create', bulk(events))).status).toBe(400)
    expect((await post('event-bulk-create', bulk(events.slice(1)))).status).toBe(202)
  })

  test.each<[string, number, string, Record<string, string>]>([
    ['a missing revision', 400, 'events', { revision: '' }],
    ['a malformed revision', 400, 'events', { revision: '2026-7-15' }],
    ['a body of another type', 415, 'events', { 'Content-Type': 'text/plain' }],
    ['another company', 400, 'events?company_id=XyZ789', {}],
    ['an unknown address', 404, 'lists', {}],
  ])('refuses %s with %d', async (_, status, path, headers) => {
    const { klaviyo, post } = setUp()
    expect((await post(path, single(attributes()), headers)).status).toBe(status)
    expect(klaviyo.violations()).toHaveLength(1)
  })

  test('names the query parameter of a wrong company', async () => {
    const { post } = setUp()
    expect((await firstError(await post('events?company_id=no', single(attributes())))).source).toEqual({
      parameter: 'company_id',
    })
  })

  test('refuses a method other than POST, a body that is not JSON, and one that is too large', async () => {
    const { klaviyo, post } = setUp({ limits: { bodyBytes: 2000 } })
    expect((await klaviyo.handle(new Request(`${ORIGIN}/client/events?company_id=AbC123`))).status).toBe(405)
    expect((await post('events', '{')).status).toBe(400)
    expect((await post('events', single(attributes({ properties: { a: 'x'.repeat(2000) } })))).status).toBe(
      413,
    )
  })
})

describe('repeated events', () => {
  test('answers a repeated single event with 202 and records it once', async () => {
    const { klaviyo, post } = setUp()
    const event = attributes()
    expect((await post('events', single(event))).status).toBe(202)
    expect((await post('events', single(event))).status).toBe(202)
    expect([klaviyo.events().length, klaviyo.duplicates()]).toEqual([1, 1])
  })

  test('fails a bulk request that repeats an id, its own or one recorded earlier', async () => {
    const { klaviyo, post } = setUp()
    const event = attributes()
    expect((await post('event-bulk-create', bulk([event, event]))).status).toBe(400)
    await post('events', single(event))
    const response = await post('event-bulk-create', bulk([attributes(), event]))
    expect((await firstError(response)).source).toEqual({
      pointer: '/data/attributes/events/data/1/attributes/unique_id',
    })
    expect(klaviyo.events()).toHaveLength(1)
    expect(klaviyo.violations().map(({ refusal }) => refusal)).toEqual(['repeated', 'repeated'])
  })

  test('tells events apart by metric and by profile', async () => {
    const { klaviyo, post } = setUp()
    const other = { type: 'profile', attributes: { anonymous_id: 'visitor-2' } }
    const event = attributes()
    const ordered = { ...event, metric: { data: { type: 'metric', attributes: { name: 'Ordered' } } } }
    await post('event-bulk-create', bulk([event, ordered]))
    await post('event-bulk-create', bulk([event], other))
    expect(klaviyo.events()).toHaveLength(3)
  })

  test('recognises a visitor who was anonymous when the event was first sent', async () => {
    const { klaviyo, post } = setUp()
    const event = attributes()
    await post('events', single(event, { type: 'profile', attributes: { anonymous_id: 'visitor-1' } }))
    await post('profiles', { data: person })
    await post('events', single(event))
    expect([klaviyo.events().length, klaviyo.profiles().length]).toEqual([1, 1])
  })

  test('keeps two people apart who share a browser', async () => {
    const { klaviyo, post } = setUp()
    const second = { type: 'profile', attributes: { email: 'grace@hopper.dev', anonymous_id: 'visitor-1' } }
    await post('events', single(attributes()))
    await post('events', single(attributes(), second))
    expect(klaviyo.profiles().map((profile) => profile.attributes.email)).toEqual([
      'ada@lovelace.dev',
      'grace@hopper.dev',
    ])
  })
})

describe('what a test can turn', () => {
  test('limits the bulk endpoint to ten a second and tells how long to wait', async () => {
    const clock = { ms: NOW + 400 }
    const { klaviyo, post } = setUp({ now: () => clock.ms, exposeRetryAfter: true })
    const send = () => post('event-bulk-create', bulk([attributes()]))
    for (let sent = 0; sent < 10; sent += 1) expect((await send()).status).toBe(202)
    const limited = await send()
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('1')
    expect(limited.headers.get('access-control-expose-headers')).toBe('Retry-After')
    expect((await post('events', single(attributes()))).status).toBe(202)
    clock.ms += 600
    expect((await send()).status).toBe(202)
    expect(klaviyo.violations()).toEqual([])
  })

  test('counts the minute as well as the second, unless told not to', async () => {
    const clock = { ms: NOW }
    const strict = setUp({ now: () => clock.ms })
    const lax = setUp({ now: () => clock.ms, enforceRateLimits: false })
    const statuses = new Set<number>()
    for (let sent = 0; sent < 151; sent += 1, clock.ms += 200) {
      statuses.add((await lax.post('event-bulk-create', bulk([attributes()]))).status)
      const { status } = await strict.post('event-bulk-create', bulk([attributes()]))
      expect(status).toBe(sent < 150 ? 202 : 429)
    }
    expect([...statuses]).toEqual([202])
  })

  test('refuses the events that the test names, and points at them', async () => {
    const { klaviyo, post } = setUp({
      refuse: ({ properties }) => (properties.bad ? 'Bad event.' : undefined),
    })
    const bad = attributes({ properties: { bad: true } })
    const response = await post('event-bulk-create', bulk([attributes(), bad]))
    expect(await firstError(response)).toMatchObject({
      detail: 'Bad event.',
      source: { pointer: '/data/attributes/events/data/1' },
    })
    expect((await post('events', single(bad))).status).toBe(400)
    expect(klaviyo.violations()).toEqual([])
    expect(klaviyo.requests().map(({ refusal }) => refusal)).toEqual(['asked', 'asked'])
  })

  test('keeps silent about the place of a refusal when asked to', async () => {
    const { post } = setUp({ pointers: false })
    const response = await post('event-bulk-create', bulk([attributes(), attributes({ value: 'x' })]))
    expect(await response.text()).not.toContain('pointer')
  })

  test('notes requests that overlap', async () => {
    const { klaviyo, post } = setUp()
    await Promise.all([post('events', single(attributes())), post('events', single(attributes()))])
    expect(klaviyo.requests().map(({ overlapped }) => overlapped)).toEqual([false, true])
  })

  test('forgets everything on reset', async () => {
    const { klaviyo, post } = setUp()
    await post('events', single(attributes()))
    klaviyo.reset()
    expect([klaviyo.events(), klaviyo.profiles(), klaviyo.requests()]).toEqual([[], [], []])
  })
})
