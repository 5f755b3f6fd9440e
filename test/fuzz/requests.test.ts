import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCloudflareQueue } from '../../src/relay/queue/cloudflare-queue.ts'
import { signWriteKey } from '../../src/relay/request/signed-key.ts'
import { helpcrunchVendor } from '../../src/relay/vendors/helpcrunch-vendor.ts'
import { yotpoVendor } from '../../src/relay/vendors/yotpo-vendor.ts'
import { eventsOf, NOON } from '../events.ts'
import { createHelpcrunchWorld, createYotpoWorld, ORIGIN } from '../fakes/relay-world.ts'
import { anyEvent, anyJsonValue, anyText, asText, cutText } from './hostile-values.ts'
import { RUNS, timely } from './runs.ts'

const SECRET = 's'.repeat(32)
const anyId = fc.oneof(fc.stringMatching(/^[\w-]{1,64}$/), anyJsonValue)
/** As a page sends them, as far as the bounds go: these pass. */
const anySoundEvent = fc.record(
  {
    id: fc.stringMatching(/^[\w-]{1,64}$/),
    uniqueId: fc.string({ minLength: 1, maxLength: 255 }),
    type: fc.constantFrom('track', 'identify'),
    name: fc.string({ unit: 'binary', minLength: 1, maxLength: 1_024 }),
    time: fc.integer({ min: -8.64e15, max: 8.64e15 }),
    properties: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 })),
    identity: fc.record({
      anonymousId: fc.constant('a'),
      userId: fc.constantFrom('ada', 'zoe', '__proto__'),
    }),
  },
  { requiredKeys: ['id', 'type', 'name', 'time', 'properties', 'identity'] },
)
const anyBody = fc
  .record(
    {
      writeKey: fc.oneof({ weight: 4, arbitrary: fc.constant<unknown>('shop') }, anyJsonValue),
      destination: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom<unknown>('helpcrunch', 'yotpo') },
        anyJsonValue,
      ),
      events: fc.oneof(
        { weight: 3, arbitrary: fc.array<unknown>(anySoundEvent, { minLength: 1, maxLength: 5 }) },
        { weight: 2, arbitrary: fc.array<unknown>(fc.oneof(anyEvent, anySoundEvent), { maxLength: 5 }) },
        anyId,
        anyJsonValue,
      ),
    },
    { requiredKeys: [] },
  )
  .map(asText)
const anyRequest = fc.record({
  body: cutText(fc.oneof({ weight: 5, arbitrary: anyBody }, anyText, anyJsonValue.map(asText))),
  method: fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'DELETE'),
  headers: fc.record(
    {
      'content-type': fc.constantFrom('text/plain', 'application/json', 'multipart/form-data', 'x'),
      'content-length': fc.constantFrom('0', '-1', '1e9', 'NaN', '99999999999'),
      'content-encoding': fc.constantFrom('gzip', 'x'),
      'x-forwarded-for': fc.oneof(
        fc.constantFrom('::', '::ffff:1.2.3.4', '1.2.3.4, ::1', ':::::', '%', ','),
        fc.stringMatching(/^[\x20-\x7e]{0,60}$/),
      ),
    },
    { requiredKeys: [] },
  ),
  queued: fc.boolean(),
})

test(`any request is answered as a request of the site is (${RUNS})`, async () => {
  const { start } = createHelpcrunchWorld({
    customers: [{ userId: 'ada' }],
    enforceRateLimits: false,
  })
  const vendors = [
    helpcrunchVendor({ apiKey: 'hc-private-key', requestsPerMinute: 1e9 }),
    yotpoVendor({ storeId: 'store-1', secret: 'yotpo-private-secret', requestsPerSecond: 1e9 }),
  ]
  const options = {
    vendors,
    limits: { take: (_: string, subject: string) => (subject.length > 1_000 ? 1 : 0) },
    addressOf: (request: Request) => request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim(),
  }
  const relays = [
    start(options),
    start({
      ...options,
      queue: createCloudflareQueue({ sendBatch: async (messages) => structuredClone(messages) }),
    }),
  ]
  const told = new Set<number>()
  await fc.assert(
    fc.asyncProperty(anyRequest, ({ body, method, headers, queued }) =>
      timely(async () => {
        const relay = relays[Number(queued)]
        const request = new Request(ORIGIN, { method, headers: { ...headers, origin: ORIGIN }, body })
        const response = await relay?.(request)
        told.add(response?.status ?? 0)
        expect(response?.status).toBeLessThan(500)
        expect(response?.headers.get('access-control-allow-origin')).toBe(ORIGIN)
        const text = `${await response?.text()}`
        expect(text).not.toMatch(/private/)
        const answer = JSON.parse(text)
        for (const { type, afterMs = 0 } of answer.outcomes ?? []) {
          expect(['delivered', 'retry', 'dropped']).toContain(type)
          expect(afterMs).toBeLessThanOrEqual(3_600_000)
        }
      }),
    ),
    { numRuns: RUNS },
  )
  // It has not looked at refusals alone.
  expect([...told]).toEqual(expect.arrayContaining([200, 400, 401, 405, 413, 415]))
})

test(`any signed write key but a good one is refused (${RUNS})`, async () => {
  const { start } = createYotpoWorld({ enforceRateLimits: false })
  const relay = start({
    vendors: [yotpoVendor({ storeId: 'store-1', secret: 'x', requestsPerSecond: 1e9 })],
    signingSecret: SECRET,
  })
  const good = await signWriteKey({ writeKey: 'shop', secret: SECRET, expires: NOON / 1_000 + 3_600 })
  const statusWith = async (writeKey: unknown) => {
    const events = eventsOf(1, { identity: { anonymousId: 'a', userId: 'ada' } })
    const body = JSON.stringify({ writeKey, destination: 'yotpo', events })
    return (await relay(new Request(ORIGIN, { method: 'POST', headers: { origin: ORIGIN }, body }))).status
  }
  const anyKey = fc.oneof(
    anyJsonValue,
    anyText,
    fc
      .tuple(fc.nat(good.length - 1), fc.stringMatching(/^[\w.-]$/))
      .map(([at, letter]) => good.slice(0, at) + letter + good.slice(at + 1)),
    fc.nat(good.length - 1).map((end) => good.slice(0, end)),
  )
  await fc.assert(
    fc.asyncProperty(anyKey, (key) =>
      timely(async () => {
        // The last letter of a signature has two bits that say nothing.
        if (typeof key === 'string' && key.slice(0, -1) === good.slice(0, -1)) return
        expect(await statusWith(key)).toBe(401)
      }),
    ),
    { numRuns: RUNS },
  )
  expect(await statusWith(good)).toBe(200)
})
