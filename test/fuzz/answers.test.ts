import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNTERS } from '../../demo/desks.ts'
import type { Destination } from '../../src/core/destination.ts'
import { createRelay } from '../../src/relay/create-relay.ts'
import type { Vendor } from '../../src/relay/vendor.ts'
import { helpcrunchVendor } from '../../src/relay/vendors/helpcrunch-vendor.ts'
import { yotpoVendor } from '../../src/relay/vendors/yotpo-vendor.ts'
import { FROM_ATTRIBUTES } from '../../src/vendors/listed/every.ts'
import { ADDRESS } from '../../testing/emulators/desk.ts'
import { eventsOf, idsIn } from '../events.ts'
import { ask, createRelayWorld, ORIGIN } from '../fakes/relay-world.ts'
import { createTabs, sending } from '../fakes/tabs.ts'
import { anyJsonValue, anyNumber, anyText, asText, cutText, distorted } from './hostile-values.ts'
import { RUNS, timely } from './runs.ts'

const DAY_MS = 86_400_000

/** As the demo's script tag has them: `data-write-key` is `writeKey`. */
const dataOf = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace('data-', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value.replace(ADDRESS, 'https://vendor.test'),
    ]),
  )

const DESTINATIONS: readonly Destination[] = Object.entries(FROM_ATTRIBUTES).map(([name, make]) => {
  const desk = COUNTERS[name]?.open(() => undefined)
  return make(desk ? dataOf(desk.attributes) : { url: '/collect' }, name)[0]
})
const IDENTITY = { anonymousId: 'a', userId: 'ada', email: 'ada@shop.test', phone: '+491701234567' }
const IDS = idsIn(eventsOf(3))

const anyStatus = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.constantFrom(200, 202, 204, 301, 400, 401, 403, 404, 408, 413, 422, 429, 500, 503),
)

/** What vendors say, with anything in the place of any part. */
const anyBody = cutText(
  fc.oneof(
    anyText,
    anyJsonValue.map(asText),
    distorted({
      outcomes: IDS.map((id) => ({ id, type: 'delivered' })),
      results: IDS.map(() => ({ success: true })),
      success: true,
      error: 'no',
      data: [{ id: 1, userId: 'ada' }],
      access_token: 'token',
      id: 7,
    }).map(asText),
    fc
      .record({
        outcomes: fc.array(
          distorted({ id: IDS[0], type: 'retry', reason: 'busy', detail: 'x', afterMs: 1e12 }),
        ),
        results: fc.array(distorted({ success: false })),
        errors: fc.array(distorted({ detail: 'email', source: { pointer: '/data/1' }, code: 'x' })),
        data: fc.array(distorted({ id: 1, userId: 'ada', email: 'ada@shop.test' })),
      })
      .map(asText),
    fc.constantFrom('x'.repeat(3_000_000), 'email '.repeat(500_000), `[${'[0],'.repeat(100_000)}0]`),
  ),
)

describe.each(DESTINATIONS)(`any answer to $name (${RUNS})`, (destination) => {
  test('means something for each event, and its words are short', () => {
    const events = eventsOf(3, { identity: IDENTITY })
    fc.assert(
      fc.property(
        anyStatus,
        anyBody,
        anyNumber,
        fc.integer({ min: 1, max: 3 }),
        (status, body, retryAfterMs, count) =>
          timely(() => {
            const outcomes = destination.interpret(events.slice(0, count), { status, body, retryAfterMs })
            expect(outcomes).toHaveLength(count)
            for (const { type, detail = '' } of outcomes) {
              expect(['delivered', 'retry', 'dropped']).toContain(type)
              expect(detail.length).toBeLessThanOrEqual(2_000)
            }
          }),
      ),
      { numRuns: RUNS },
    )
  })
})

test(`after any answers the queue goes on within a day, and loses nothing (${RUNS})`, async () => {
  const destination = DESTINATIONS.find(({ name }) => name === 'mixpanel') as Destination
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyStatus, anyBody, anyNumber), { minLength: 1, maxLength: 3 }),
      (answers) =>
        timely(async () => {
          const tabs = createTabs({ destination })
          const tab = tabs.open()
          await tab.push(eventsOf(3))
          for (const [status, body, retryAfterMs] of answers) {
            const begun = await tab.begin()
            if ('ms' in begun) break
            await tab.settle(begun, destination.interpret(begun.events, { status, body, retryAfterMs }))
            tabs.pass(2 * 60 * 60 * 1_000)
          }
          tabs.pass(DAY_MS / 2)
          const { queued, counts, paused } = await tab.census()
          const left = Object.values(counts).reduce((sum, count) => sum + count, 0)
          expect(queued + left).toBe(3)
          expect(paused.length).toBeLessThanOrEqual(2_000)
          if (queued) sending(await tab.begin())
        }),
    ),
    { numRuns: RUNS },
  )
})

const anyHeaders = fc.dictionary(
  fc.constantFrom('retry-after', 'ratelimit-reset', 'content-length', 'content-type'),
  fc.constantFrom('1e12', '-5', 'NaN', 'Infinity', '', '0', '60', 'Sat, 21 Nov 2026 12:00:00 GMT'),
)

describe.each<[string, Vendor]>([
  ['helpcrunch', helpcrunchVendor({ apiKey: 'hc-private-key', createCustomers: true })],
  ['yotpo', yotpoVendor({ storeId: 'store-1', secret: 'yotpo-private-secret' })],
])(`any answer of %s to the relay (${RUNS})`, (name, vendor) => {
  test('is an answer to the page, without the vendor’s words', async () => {
    await fc.assert(
      fc.asyncProperty(anyStatus, anyBody, anyHeaders, (status, body, headers) =>
        timely(async () => {
          const hasNone = [101, 204, 205, 304].includes(status)
          const isPossible = status >= 200 && status <= 599
          const { world } = createRelayWorld(
            async () =>
              new Response(hasNone ? null : `secret words ${body}`.slice(status % 2 ? 0 : 13), {
                status: isPossible ? status : 500,
                headers,
              }),
          )
          const relay = createRelay({ origins: [ORIGIN], writeKeys: ['shop'], vendors: [vendor], world })
          const outcomes = await ask(relay, name, eventsOf(2, { identity: IDENTITY }))
          expect(outcomes).toHaveLength(2)
          expect(JSON.stringify(outcomes)).not.toMatch(/secret|private/)
          for (const { afterMs = 0 } of outcomes) expect(afterMs).toBeLessThanOrEqual(3_600_000)
        }),
      ),
      { numRuns: RUNS },
    )
  })
})
