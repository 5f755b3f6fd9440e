import { describe, expect, test } from 'vitest'
import { testDestination } from '../../test/contract/destination.ts'
import { eventsOf } from '../../test/events.ts'
import type { Destination } from '../core/destination.ts'
import { helpcrunch } from './helpcrunch/destination.ts'
import { http } from './http/destination.ts'
import { RELAY_BYTES, RELAY_EVENTS, type RelayBatch } from './relayed.ts'
import { yotpo } from './yotpo/destination.ts'

const bodyIn = (body: string) => JSON.parse(body) as RelayBatch<unknown>

/** Calls a destination as a page without types does, with a key under any name. */
const withOption =
  (make: (options: never) => Destination, address: object, option: string) =>
  (key: string): Destination =>
    make({ ...address, [option]: key } as never)

const KEYS = {
  publicKeys: ['shop-write-key'],
  privateKeys: ['0123456789abcdef0123456789abcdef01234567'],
}

const makers = [
  ['http', http, { url: '/collect' }],
  ['yotpo', yotpo, { relay: '/sendoff' }],
  ['helpcrunch', helpcrunch, { relay: '/sendoff' }],
] as const

for (const [name, maker, address] of makers) {
  const make = maker as (options: object) => Destination
  testDestination(name, {
    make: () => make(address),
    read: (body) => bodyIn(body).events,
    // There is one option for a public key; any other is refused, whatever it holds.
    withKey: (key) => withOption(make, address, KEYS.publicKeys.includes(key) ? 'writeKey' : 'apiKey')(key),
    ...KEYS,
    wrongKeys: ['AbC123'],
    keyOption: /apiKey/,
  })

  describe(name, () => {
    test.each(['key', 'apiKey', 'secret', 'token', 'storeId', 'anything'])('has no option %s', (option) => {
      const wrong = withOption(make, address, option)
      expect(() => wrong('x')).toThrow(new RegExp(`sendoff: ${option}: .*private key stays on the server`))
      // The script tag gives every destination a key, which is empty where the page names none.
      expect(() => wrong('')).not.toThrow()
    })

    test('must be told where to send', () => {
      const [option] = Object.keys(address)
      expect(make({})).toMatchObject({ missing: option })
      expect(make(address).missing).toBeUndefined()
      expect(() => withOption(make, {}, `${option}`)('')).toThrow(`sendoff: ${option} is empty`)
    })

    test('sends a request that needs no preflight, with the events as they are', () => {
      const events = eventsOf(3)
      const part = make({ ...address, writeKey: 'shop' }).encode(events, 'first')
      expect(part.headers).toBeUndefined()
      const destination = name === 'http' ? undefined : name
      expect(bodyIn(part.body)).toEqual({ ...(destination && { destination }), writeKey: 'shop', events })
      expect([part.url]).toEqual(Object.values(address))
    })

    test('tells nobody by what Klaviyo knows the reader of an e-mail', () => {
      const events = eventsOf(1).map((event) => ({
        ...event,
        identity: { ...event.identity, _kx: 'reader.AbC123' },
      }))
      const part = make(address).encode(events, 'first')
      expect(bodyIn(part.body).events).toEqual(eventsOf(1))
      // The part has the events themselves, because the queue settles them by identity.
      expect(part.events).toEqual(events)
    })
  })
}

describe('the relay’s answer', () => {
  const destination = http({ url: '/collect' })
  const events = eventsOf(4)
  const answerTo = (outcomes: readonly object[], status = 200) =>
    destination.interpret(events, { status, body: JSON.stringify({ outcomes }) })

  test('names the outcome of each event, in any order', () => {
    const [a, b, c, d] = events.map(({ id }) => id)
    const outcomes = answerTo([
      { id: d, type: 'dropped', reason: 'refused', detail: 'HTTP 400 from the vendor' },
      { id: c, type: 'retry', reason: 'busy', afterMs: 5_000 },
      { id: b, type: 'retry', reason: 'paused', detail: 'HTTP 401 from the vendor' },
      { id: a, type: 'delivered' },
    ])
    expect(outcomes).toMatchObject([
      { type: 'delivered' },
      { type: 'retry', reason: 'paused', detail: 'HTTP 401 from the vendor' },
      { type: 'retry', reason: 'busy', afterMs: 5_000 },
      { type: 'dropped', reason: 'refused', detail: 'HTTP 400 from the vendor' },
    ])
  })

  test('has words of 2,000 characters at most', () => {
    const outcomes = [{ id: events[0]?.id, type: 'dropped', detail: 'x'.repeat(100_000) }]
    expect(answerTo(outcomes)[0]?.detail).toHaveLength(2_000)
  })

  test('leaves in doubt what it does not name', () => {
    const words = answerTo([
      { id: events[1]?.id, type: 'delivered' },
      { id: 'another', type: 'delivered' },
    ])
    expect(words.map(({ type, reason }) => reason ?? type)).toEqual([
      'unanswered',
      'delivered',
      'unanswered',
      'unanswered',
    ])
  })

  test.each(['', '<html>', 'null', '{}', '{"outcomes":{}}', '{"outcomes":[null]}', '[]'])(
    'is no answer when it is %j, whatever its status says',
    (body) => {
      for (const { reason } of destination.interpret(events, { status: 200, body }))
        expect(reason).toBe('unanswered')
    },
  )

  test.each([{ type: 'retry', reason: 'expired' }, { type: 'retry', reason: 'toString' }, { type: 'retry' }])(
    'with a reason that it may not give, is a retry: %j',
    (outcome) => {
      expect(answerTo([{ id: events[0]?.id, ...outcome }])[0]).toMatchObject({
        type: 'retry',
        reason: 'busy',
      })
    },
  )

  test.each(['__proto__', 'constructor', 'toString', 7, null])('of the type %j is none', (type) => {
    expect(answerTo([{ id: events[0]?.id, type }])[0]).toMatchObject({ reason: 'unanswered' })
  })

  test('to a request that is too large for it, halves the batch, and drops one event that is so alone', () => {
    const refused = (count: number) => destination.interpret(eventsOf(count), { status: 413, body: '' })
    expect(refused(2).map(({ reason }) => reason)).toEqual(['together', 'together'])
    expect(refused(1)).toEqual([{ type: 'dropped', reason: 'too-large', detail: 'HTTP 413' }])
  })

  test.each([[401], [403], [404]])(
    'of %d pauses: an origin, a write key or a vendor that it does not know',
    (status) => {
      for (const { reason } of answerTo([], status)) expect(reason).toBe('paused')
    },
  )
})

test('the browser sends no more than the relay takes', () => {
  for (const { limits } of [http({ url: '/' }), yotpo({ relay: '/' }), helpcrunch({ relay: '/' })]) {
    expect(limits.events).toBeLessThanOrEqual(RELAY_EVENTS)
    expect(limits.bytes).toBeLessThanOrEqual(RELAY_BYTES)
  }
})
