import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, currencyOf } from '../../src/core/amount.ts'
import { emailOf, phoneOf } from '../../src/core/identifier.ts'
import { identifyCall } from '../../src/core/identify-call.ts'
import { idOf, textOf } from '../../src/core/placeholder.ts'
import { countIn, ownerOf } from '../../src/core/record-key.ts'
import { eventsIn } from '../../src/core/stored-event.ts'
import { createCampaigns } from '../../src/full/context/campaign.ts'
import { redactText, redactUrl } from '../../src/full/context/redact-url.ts'
import { createSession, SESSION } from '../../src/full/context/session.ts'
import { createVendorWatch, VENDOR } from '../../src/full/visitor/vendor-watch.ts'
import { createVisitorCookie } from '../../src/full/visitor/visitor-cookie.ts'
import { identityIn } from '../../src/person.ts'
import { learn, spent, stateFrom, waitMs } from '../../src/queue/shared-state.ts'
import { bloomreachVisitor } from '../../src/vendors/bloomreach/adoption.ts'
import { hasOptedOut, klaviyoVisitor } from '../../src/vendors/klaviyo/adoption.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import { ADOPTIONS } from '../../src/vendors/listed/adoptions.ts'
import { idsOf, NOON } from '../events.ts'
import { createFakeArea } from '../fakes/area.ts'
import { anyJsonValue, anyNumber, anyState, anyText, asText, cutText, distorted } from './hostile-values.ts'
import { RUNS, timely } from './runs.ts'

const HOUR_MS = 3_600_000
const check = <Value>(arbitrary: fc.Arbitrary<Value>, holds: (value: Value) => void): void =>
  fc.assert(
    fc.property(arbitrary, (value) => timely(() => holds(value))),
    { numRuns: RUNS },
  )

const anyCookies = fc
  .array(
    fc.oneof(
      fc
        .tuple(
          fc.constantFrom(
            '__kla_id',
            '__kla_off',
            '__exponea_etc__',
            '__exponea_time2__',
            'sendoff_id',
            '_kx',
          ),
          fc.oneof(
            anyText,
            anyJsonValue.map((value) => Buffer.from(asText(value)).toString('base64')),
            distorted({ cid: 'eA==', $exchange_id: 'x.AbC123' }).map((value) =>
              Buffer.from(asText(value)).toString('base64'),
            ),
            fc.constantFrom('8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f', '1e308', '-.', 'a.tzzzzzzzz', 'true'),
          ),
        )
        .map(([name, value]) => `${name}=${value}`),
      anyText,
    ),
    { maxLength: 6 },
  )
  .map((cookies) => cookies.join('; '))

/** A key as each of them has it, of which the names of places are made. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  amplitude: '0'.repeat(32),
  mixpanel: '0'.repeat(32),
  posthog: `phc_${'0'.repeat(40)}`,
}

/** What their libraries keep of a visitor, with anything in the place of any part. */
const anyKept = fc.oneof(
  distorted({
    distinct_id: '7b6f2f5e-4f2e-4a8e-9d52-4e1c0a7a1f10',
    $device_id: '7b6f2f5e',
    $user_state: 'anonymous',
    deviceId: '7b6f2f5e',
    optOut: false,
  }).map(asText),
  anyJsonValue.map(asText),
  anyText,
  fc.constantFrom('0', 'no', '1', '"7b6f2f5e"', '%', 'x'.repeat(1_100_000), `${'['.repeat(100_000)}`),
)

/** Half of a pair cannot be encoded. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '')

const anyOwnCookies = (account: string) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'ajs_anonymous_id',
          `ph_${account}_posthog`,
          `__ph_opt_in_out_${account}`,
          `AMP_${account.slice(0, 10)}`,
          `mp_${account}_mixpanel`,
          `__mp_opt_in_out_${account}`,
        ),
        cutText(
          fc.oneof(
            anyKept,
            anyKept.map((text) => encodeURIComponent(whole(text))),
            anyKept.map((text) => Buffer.from(encodeURIComponent(whole(text))).toString('base64')),
          ),
        ),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('; '))

describe(`whatever others wrote (${RUNS} each)`, () => {
  test('in cookies names a visitor by a short text, or nobody', () => {
    check(fc.tuple(anyCookies, anyText, anyText), ([cookie, search, session]) => {
      const { anonymousId, followed, remembered } = klaviyoVisitor('AbC123', {
        cookie,
        parameter: () => search,
        stored: () => session,
      })
      for (const id of [followed, remembered]) expect(id?.length ?? 0).toBeLessThan(250)
      // Base64 of a UUID.
      if (anonymousId !== undefined) expect(anonymousId.length).toBeLessThan(10_000)
      hasOptedOut(cookie)
      const bloomreach = bloomreachVisitor(cookie)
      expect(bloomreach.anonymousId?.length ?? 36).toBe(36)
      expect(Math.abs(bloomreach.offsetMs)).toBeLessThan(3.2e12)
      const jar = { cookie, location: { hostname: 'shop.test', protocol: 'https:' } }
      expect(createVisitorCookie('auto', jar).get() ?? 'x').toMatch(/^[\w\-=+/.]{1,200}$/)
    })
  })

  test.each(Object.entries(ADOPTIONS))(
    'where %s keeps its visitors names one by a short text, or nobody',
    (name, adoption) => {
      const account = ACCOUNTS[name] ?? 'AbC123'
      check(fc.tuple(anyOwnCookies(account), cutText(anyKept)), ([cookie, kept]) => {
        const traces = { cookie, parameter: () => kept, stored: () => kept }
        const { anonymousId = 'x' } = adoption.visitor(account, traces)
        expect(anonymousId).toMatch(/^[\w\-=+/.]+$/)
        if (name !== 'klaviyo') expect(anonymousId.length).toBeLessThanOrEqual(200)
        expect(typeof (adoption.hasOptedOut?.(account, traces) ?? false)).toBe('boolean')
      })
    },
  )

  test('as a queue’s state has numbers that end every wait within two hours', () => {
    check(fc.tuple(cutText(anyState.map(asText)), anyNumber), ([json, number]) => {
      const state = stateFrom(json, NOON)
      const limits = { events: 10, bytes: 1_000, burstMs: 1_000 }
      expect(waitMs(state, limits.burstMs, NOON)).toBeLessThanOrEqual(2 * HOUR_MS)
      state.due = spent(state, 100, limits.burstMs, NOON)
      learn(state, [{ type: 'retry', reason: 'busy', afterMs: number }], limits, { now: NOON, random: 0.5 })
      const wait = waitMs(state, limits.burstMs, NOON)
      // No hot loop, and no silence.
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(HOUR_MS)
      const written = { ...state, at: NOON }
      expect(stateFrom(JSON.stringify(written), NOON)).toEqual(written)
    })
  })

  test('as records, keys and identities is events, numbers and texts, or nothing', () => {
    check(cutText(fc.oneof(anyText, anyJsonValue.map(asText))), (text) => {
      for (const { id, time } of eventsIn(text)) {
        expect(typeof id).toBe('string')
        expect(() => new Date(time).toISOString()).not.toThrow()
      }
      for (const value of Object.values(identityIn(text))) expect(`${value}`.length).toBeLessThanOrEqual(255)
      const { name, account } = ownerOf(text)
      expect([typeof name, typeof account]).toEqual(['string', 'string'])
      expect(countIn(text)).toBeLessThan(10_000)
    })
  })

  test('as a session, or as what a vendor has said, begins another at worst', () => {
    const session = { id: 'x', lastMs: NOON, campaign: { utm_source: 'x' }, campaignMs: NOON }
    check(fc.tuple(cutText(fc.oneof(distorted(session).map(asText), anyText)), anyText), ([json, cookie]) => {
      const area = createFakeArea()
      area.set(SESSION, json)
      area.set(VENDOR, json)
      const { among } = createCampaigns()
      const { current } = createSession({
        ...{ place: SESSION, area, among },
        now: () => NOON,
        newId: idsOf(1),
        onChange: () => () => undefined,
      })
      expect(current().id.length).toBeLessThanOrEqual(100)
      expect(Number.isFinite(current().campaignMs)).toBe(true)
      const identity = { anonymousId: 'a' }
      createVendorWatch({
        client: {
          adopt: () => undefined,
          identity: () => identity,
          track: { identify: (() => ({})) as never },
        },
        destinations: [klaviyo({ companyId: 'AbC123' })],
        adoptions: ADOPTIONS,
        place: VENDOR,
        area,
        traces: () => ({ cookie, parameter: () => undefined, stored: () => json }),
        now: () => NOON,
      }).look()
    })
  })

  test('in addresses and titles is redacted in a bounded time', () => {
    check(fc.oneof(anyText, fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
      const told = redactUrl(text)
      expect(redactUrl(told).length).toBeLessThanOrEqual(told.length + 100)
      redactText(text)
      createCampaigns(['evil']).of(text)
    })
  })

  test('as who somebody is, or what something costs, is a short text or a number', () => {
    check(fc.oneof(anyText, anyJsonValue), (given) => {
      for (const read of [emailOf, phoneOf, idOf, textOf]) expect(read(given).length).toBeLessThanOrEqual(255)
      for (const value of Object.values(identifyCall(given, given).said))
        expect(`${value}`.length).toBeLessThanOrEqual(255)
      expect(Number.isFinite(amountOf(given) ?? 0)).toBe(true)
      expect((currencyOf(given) ?? 'EUR').length).toBe(3)
    })
  })
})
