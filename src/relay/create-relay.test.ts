import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEvents, eventsOf } from '../../test/events.ts'
import { ask, createHelpcrunchWorld, createYotpoWorld, ORIGIN } from '../../test/fakes/relay-world.ts'
import { createRelay } from './create-relay.ts'
import { createMemoryIds } from './ids/memory-ids.ts'
import { helpcrunchVendor } from './vendors/helpcrunch-vendor.ts'
import { yotpoVendor } from './vendors/yotpo-vendor.ts'

const vendors = [helpcrunchVendor({ apiKey: 'x' })]
const right = { origins: [ORIGIN], writeKeys: ['shop'], vendors }

describe('a relay is not made', () => {
  test.each([
    ['origins', 'is []; expected addresses', []],
    ['origins', 'is ["*"]; expected addresses', ['*']],
    ['origins', 'is ["https://shop.test/"]; expected addresses', ['https://shop.test/']],
    ['writeKeys', 'has none; expected at least one', []],
    ['writeKeys', 'has an empty key; expected at least one', ['']],
    ['vendors', 'has none; expected at least one', []],
    ['vendors', 'has helpcrunch twice; expected each only once', [...vendors, ...vendors]],
  ])('where %s %s', (option, says, value) => {
    expect(() => createRelay({ ...right, [option]: value })).toThrow(`sendoff-relay: ${option} ${says}`)
  })
})

test('a secret is not read before a request has passed, and then only by the vendor that is named', async () => {
  const reads: string[] = []
  const { start } = createYotpoWorld()
  const note = (name: string, value: string) => () => {
    reads.push(name)
    return value
  }
  const relay = start({
    vendors: [
      helpcrunchVendor({ apiKey: note('helpcrunch', 'x') }),
      yotpoVendor({ storeId: 'store-1', secret: note('yotpo', 'yotpo-private-secret') }),
    ],
  })
  const send = (headers: HeadersInit, body: string) =>
    relay(new Request(ORIGIN, { method: 'POST', headers, body }))
  await send({ origin: 'https://evil.test' }, '{}')
  await send({ origin: ORIGIN }, '{}')
  await send({ origin: ORIGIN }, JSON.stringify({ writeKey: 'shop', events: [], destination: 'yotpo' }))
  expect(reads).toEqual([])
  await ask(relay, 'yotpo', eventsOf(1, { identity: { anonymousId: 'a', userId: 'a' } }))
  expect(reads).toEqual(['yotpo'])
})

test('a secret that cannot be had makes nobody wait for ever, and is told without its error', async () => {
  const told: string[] = []
  const { start } = createYotpoWorld()
  const secret = () => Promise.reject(new Error('vault of ada@shop.test'))
  const relay = start({
    vendors: [yotpoVendor({ storeId: 'store-1', secret })],
    report: (line) => told.push(line),
  })
  const outcomes = await ask(relay, 'yotpo', eventsOf(1, { identity: { anonymousId: 'a', userId: 'a' } }))
  expect(outcomes).toMatchObject([{ type: 'retry', reason: 'busy' }])
  expect(JSON.stringify([told, outcomes])).not.toContain('ada@shop.test')
  expect(told).toEqual(['yotpo: an event could not be handled; its page sends it again'])
})

test('a store of delivered ids that fails lets nothing through', async () => {
  const { emulator, start } = createHelpcrunchWorld({ customers: [{ userId: 'a' }] })
  const deliveredIds = { ...createMemoryIds(), claim: () => Promise.reject(new Error('down')) }
  const relay = start({ vendors: [helpcrunchVendor({ apiKey: 'hc-private-key' })], deliveredIds })
  const outcomes = await ask(
    relay,
    'helpcrunch',
    eventsOf(2, { identity: { anonymousId: 'a', userId: 'a' } }),
  )
  expect(outcomes).toMatchObject([{ reason: 'busy' }, { reason: 'busy' }])
  expect(emulator.requests()).toEqual([])
})

test('a body without a length is counted as it comes', async () => {
  const relay = createRelay(right)
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      sent += 1
      controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)))
    },
  })
  const init = { method: 'POST', headers: { origin: ORIGIN }, body, duplex: 'half' }
  const response = await relay(new Request(ORIGIN, init))
  expect([response.status, sent < 15]).toEqual([413, true])
})

test('any body at all gets an answer', async () => {
  const relay = createRelay(right)
  const anyBody = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .record({ writeKey: fc.constant('shop'), destination: fc.jsonValue(), events: fc.jsonValue() })
      .map((body) => JSON.stringify(body)),
  )
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      const response = await relay(new Request(ORIGIN, { method: 'POST', headers: { origin: ORIGIN }, body }))
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.status).toBeLessThan(500)
    }),
  )
})

test('Yotpo takes whatever a page may track', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents(), async (events) => {
      const { emulator, start } = createYotpoWorld({ enforceRateLimits: false })
      const secret = 'yotpo-private-secret'
      const relay = start({
        vendors: [yotpoVendor({ storeId: 'store-1', secret, requestsPerSecond: 1_000 })],
      })
      const outcomes = await ask(relay, 'yotpo', events)
      expect(outcomes.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
      for (const { type, reason } of outcomes) expect(['delivered', 'invalid']).toContain(reason ?? type)
      expect(emulator.violations().map(({ body }) => body)).toEqual([])
    }),
  )
})

test('HelpCrunch takes whatever a page may track', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents(), async (events) => {
      const { emulator, start } = createHelpcrunchWorld({ enforceRateLimits: false })
      const apiKey = 'hc-private-key'
      const relay = start({ vendors: [helpcrunchVendor({ apiKey, createCustomers: true })] })
      const outcomes = await ask(relay, 'helpcrunch', events)
      for (const { type, reason } of outcomes) expect(['delivered', 'invalid']).toContain(reason ?? type)
      expect(emulator.violations().map(({ body }) => body)).toEqual([])
    }),
  )
})
