import type { Destination, Part } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import { jsonOf } from '../core/json.ts'
import { type Outcome, outcomeOfStatus } from '../core/outcome.ts'

/**
 * The API revision that sendoff speaks.
 * Source: klaviyo/openapi, `info.version`, July 2026. A revision lives two years, then falls forward.
 */
export const KLAVIYO_REVISION = '2026-07-15'

/**
 * What the requests cost of the vendor's limits, in milliseconds. Bulk: 10 a second, 150 a minute
 * (developers.klaviyo.com, "Bulk Create Client Events"), so 1 + (2520 + 60000) / 420 <= 150 in any minute and
 * 1 + (2520 + 1000) / 420 <= 10 in any second. Single requests: 350 a second, 3,500 a minute.
 */
const BULK_MS = 420
const SINGLE_MS = 18
const BURST_MS = 2_520
/** The limits are counted by the minute, and shared by all visitors: who is refused comes back so much later. */
const REFUSED_MS = 60_000

export interface KlaviyoOptions {
  /** The public API key, also called site id: six letters or digits. */
  readonly companyId: string | undefined
  /**
   * Replaces the vendor's origin: a first-party proxy, a test server.
   * @default 'https://a.klaviyo.com'
   */
  readonly endpoint?: string | undefined
}

/**
 * Klaviyo's client API, which needs nothing but the public site id.
 *
 * Up to 1,000 events of one profile go in one `event-bulk-create`. A repeated `unique_id` may fail a whole bulk
 * request, but is harmless at `/client/events`: so everything that Klaviyo may have seen before goes there, alone.
 * @throws {TypeError} when `companyId` is not a public key.
 * @example
 * createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 */
export const klaviyo = ({ companyId = '', endpoint: given }: KlaviyoOptions): Destination => {
  const endpoint = given || 'https://a.klaviyo.com'
  if (companyId && !/^[a-z\d]{6}$/i.test(companyId))
    throw new TypeError(
      "sendoff: companyId (data-key): expected Klaviyo's public site id, 6 letters or digits, never a private pk_ key",
    )
  const part = (path: string, costMs: number, events: readonly TrackedEvent[], data: object): Part => ({
    url: `${endpoint.replace(/\/$/, '')}/client/${path}?company_id=${companyId}`,
    headers: { 'content-type': 'application/json', revision: KLAVIYO_REVISION },
    body: jsonOf({ data }),
    events,
    costMs,
  })
  return {
    name: 'klaviyo',
    missing: companyId ? undefined : 'companyId',
    live: !given,
    // "Accepts a maximum of 1000 events per request"; 5 MB, decompressed.
    limits: { events: 1_000, bytes: 5_000_000, burstMs: BURST_MS },
    siteId: companyId,
    encode(events, attempt) {
      const [first] = events as readonly [TrackedEvent]
      const data = profileOf(first)
      const profile = { data }
      if (first.type === 'identify') return part('profiles', SINGLE_MS, [first], data)
      if (attempt !== 'first' || !events[1])
        return part('events', SINGLE_MS, [first], eventOf(first, { profile }))
      return part('event-bulk-create', BULK_MS, events, {
        type: 'event-bulk-create',
        attributes: { profile, events: { data: events.map((event) => eventOf(event)) } },
      })
    },
    interpret(events, { status, body, retryAfterMs = 0 }) {
      const outcome = body.includes('"company_id"')
        ? ({ type: 'retry', reason: 'paused', detail: body } as const)
        : outcomeOfStatus(status, retryAfterMs + (status === 429 ? REFUSED_MS : 0))
      return events.map((_, index): Outcome => {
        if (outcome) return outcome
        if (!events[1])
          return { type: 'dropped', reason: 'refused', detail: /"detail": ?"([^"]+)/.exec(body)?.[1] ?? body }
        // A bulk request is refused as a whole: {"errors":[{"detail":"…","source":{"pointer":"/data/attributes/
        // events/data/3/attributes/time"}}]}. The named one may be innocent: when a connection broke, the browser
        // itself repeats the request, and the vendor has the event already. So it comes again, alone.
        return { type: 'retry', reason: RegExp(`/data/${index}\\b`).test(body) ? 'alone' : 'together' }
      })
    },
  }
}

/** JSON leaves out what is undefined: the vendor's schema is closed, and null would erase. */
const profileOf = ({ type, identity, properties: traits }: TrackedEvent) => {
  const { anonymousId, userId, email, phone, _kx } = identity
  const { firstName, lastName, ...properties } = type === 'identify' ? traits : {}
  return {
    type: 'profile',
    attributes: {
      anonymous_id: anonymousId,
      external_id: userId,
      email,
      phone_number: phone,
      _kx,
      first_name: firstName,
      last_name: lastName,
      properties,
    },
  }
}

const eventOf = ({ id, uniqueId = id, name, time, properties }: TrackedEvent, others?: object) => {
  const { value, currency } = properties
  return {
    type: 'event',
    attributes: {
      ...others,
      metric: { data: { type: 'metric', attributes: { name } } },
      // Required, though it may be empty.
      properties,
      time: new Date(time),
      unique_id: uniqueId,
      // Nothing of what a page may say here may throw, as an object with a `toString` of its own would.
      value: (typeof value !== 'object' && Number(value)) || undefined,
      value_currency: /^"[A-Z]{3}"$/.test(jsonOf(currency)) ? currency : undefined,
    },
  }
}
