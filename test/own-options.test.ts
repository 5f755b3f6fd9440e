import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../src/client.ts'
import { configOf } from '../src/config.ts'
import { createTracker } from '../src/create-tracker.ts'
import { startFromScript } from '../src/entries/start-from-script.ts'
import { fullConfigOf } from '../src/full/full-options.ts'
import { bloomreach } from '../src/vendors/bloomreach/destination.ts'
import { crowdpower } from '../src/vendors/crowdpower/destination.ts'
import { helpcrunch } from '../src/vendors/helpcrunch/destination.ts'
import { http } from '../src/vendors/http/destination.ts'
import { klaviyo } from '../src/vendors/klaviyo/destination.ts'
import { yotpo } from '../src/vendors/yotpo/destination.ts'
import { createFakeArea } from './fakes/area.ts'
import { pageInNode } from './page-in-node.ts'

/** All that can be configured, as a script of the page would have it. */
const EVIL: Readonly<Record<string, unknown>> = {
  companyId: 'Evil66',
  endpoint: '//evil.test',
  key: 'pk_evil',
  projectToken: 'evil',
  unanswered: 'assume-delivered',
  relay: '//evil.test',
  writeKey: 'evil',
  url: '//evil.test',
  destination: 'evil',
  option: 'evil',
  others: { evil: 1 },
  events: 1,
  destinations: [],
  enabled: false,
  namespace: 'evil',
  maxAgeDays: 1e-9,
  maxEvents: 1,
  before: () => null,
  consent: 'required',
  gpc: false,
  cookieDomain: 'evil.test',
  context: false,
  redact: () => 'evil',
  clickIds: ['evil'],
  pageviews: true,
  declarative: true,
  outbound: true,
  bots: 'ignore',
  id: 'evil',
  time: 7,
  userId: 'evil',
  email: 'evil@evil.test',
  phone: '+491701234567',
  firstName: 'Evil',
  global: 'evil',
  debug: '',
}

/** Runs something while they are on `Object.prototype`; nothing that waits. */
const polluted = <Result>(work: () => Result): Result => {
  const { defineProperty, prototype } = Object
  for (const [name, value] of Object.entries(EVIL))
    defineProperty(prototype, name, { value, writable: true, configurable: true })
  try {
    return work()
  } finally {
    for (const name of Object.keys(EVIL)) Reflect.deleteProperty(prototype, name)
  }
}

const KEY = 'a'.repeat(64)
const event = {
  id: '019a0000-0000-7000-8000-000000000000',
  type: 'track',
  name: 'Tested',
  time: Date.UTC(2026, 10, 21),
  properties: {},
  identity: { anonymousId: 'a' },
} as const

describe('what a script has put on Object.prototype is no option of', () => {
  test.each([
    ['klaviyo', () => klaviyo({ companyId: 'AbC123' })],
    ['klaviyo without its key', () => klaviyo({} as never)],
    ['bloomreach', () => bloomreach({ projectToken: '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f', key: KEY })],
    ['bloomreach without its keys', () => bloomreach({} as never)],
    ['crowdpower', () => crowdpower({ key: `pk_${KEY}` })],
    ['crowdpower without its key', () => crowdpower({} as never)],
    ['helpcrunch', () => helpcrunch({ relay: '/sendoff' })],
    ['helpcrunch without its relay', () => helpcrunch({} as never)],
    ['yotpo', () => yotpo({ relay: '/sendoff' })],
    ['yotpo without its relay', () => yotpo({} as never)],
    ['http', () => http({ url: '/collect' })],
    ['http without its address', () => http({} as never)],
  ])('%s', (_, create) => {
    const described = (make: typeof create) => {
      const { encode, interpret, ...others } = make()
      const { url, headers, body } = encode([event], 'first', event.time)
      // Functions are compared by their text: each call makes its own.
      return JSON.stringify([others, url, headers, body], (_name, value) =>
        typeof value === 'function' ? `${value}` : value,
      )
    }
    const honest = described(create)
    const made = polluted(create)
    expect(described(() => made)).toBe(honest)
  })

  test('a tracker', () => {
    const options = { destinations: [http({ url: '/collect' })] }
    expect(polluted(() => configOf(options))).toEqual(configOf(options))
    expect(polluted(() => fullConfigOf(options))).toEqual(fullConfigOf(options))
  })
})

describe('on a page', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  const clientWith = (area = createFakeArea()) => {
    const sent: string[] = []
    const { track } = createClient(
      { destinations: [http({ url: '/collect' })] },
      {
        now: Date.now,
        random: () => 0.5,
        newId: () => crypto.randomUUID(),
        setTimer: () => undefined,
        openStore: () => () => Promise.reject(new TypeError('none')),
        area,
        lockFor: () => (work) => work(1),
        send: async ({ body }) => {
          sent.push(body)
          return undefined
        },
        isOnline: () => true,
      },
    )
    return { track, sent }
  }

  test.each([
    ['none', undefined],
    ['empty ones', {}],
    ['null', null],
  ])('an event has neither id nor time of its options: %s', async (_, given) => {
    pageInNode()
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { track, sent } = clientWith()
    polluted(() => track('Tested', {}, given as never))
    await track.flush()
    const [told] = JSON.parse(`${sent[0]}`).events
    expect([told.name, told.uniqueId]).toEqual(['Tested', undefined])
    expect(Math.abs(told.time - Date.now())).toBeLessThan(3_600_000)
  })

  test('a visitor is not who the page has not said it is', async () => {
    pageInNode()
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { track, sent } = clientWith()
    polluted(() => {
      track.identify({})
      track.identify(undefined, { lastName: 'Lovelace' })
    })
    track('Tested')
    await track.flush()
    expect(sent.join()).toContain('Lovelace')
    expect(sent.join()).not.toMatch(/evil/i)
  })

  test('a tracker is neither switched off nor sent elsewhere', () => {
    pageInNode()
    const track = polluted(() =>
      createTracker({ destinations: [http({ url: 'https://shop.test/collect' })] }),
    )
    expect(track('Tested').id).not.toBe('')
    track.close()
  })

  test('a script tag says only what is written on it', () => {
    const { window } = pageInNode()
    for (const name of ['Document', 'HTMLScriptElement']) vi.stubGlobal(name, Reflect.get(window, name))
    Reflect.set(window, 'sendoffOptions', { key: 'AbC123' })
    const given: unknown[] = []
    polluted(() =>
      startFromScript(
        (data, destination) => {
          given.push({ ...data }, data.endpoint, destination)
          return [http({ url: '/collect' }), {}]
        },
        'url',
        (options) => createClient(options),
      ),
    )
    expect(given).toEqual([{ key: 'AbC123' }, undefined, undefined])
  })
})
