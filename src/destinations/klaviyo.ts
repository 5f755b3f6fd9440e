import type { Destination, Pace, Part } from '../core/destination.ts'
import type { Identity, TrackedEvent } from '../core/event.ts'
import { type Outcome, outcomeOfStatus } from '../core/outcome.ts'

/**
 * The API revision that sendoff speaks.
 * Source: klaviyo/openapi, `info.version`, July 2026. A revision lives two years, then falls forward.
 */
export const KLAVIYO_REVISION = '2026-07-15'

/**
 * 10 requests a second, 150 a minute (developers.klaviyo.com, "Bulk Create Client Events"):
 * 7 + 1000/420 <= 10 in any second, 7 + 60000/420 <= 150 in any minute.
 */
export const BULK_PACE: Pace = { name: 'bulk', intervalMs: 420, burst: 7 }
/** 350 requests a second, 3,500 a minute ("Create Client Event", "Create or Update Client Profile"). */
export const SINGLE_PACE: Pace = { name: 'single', intervalMs: 18, burst: 166 }

export interface KlaviyoOptions {
  /** The public API key, also called site id: six letters or digits. */
  readonly companyId: string
  /**
   * Replaces the vendor's origin: a first-party proxy, a test server.
   * @default 'https://a.klaviyo.com'
   */
  readonly endpoint?: string
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
export const klaviyo = ({ companyId, endpoint = 'https://a.klaviyo.com' }: KlaviyoOptions): Destination => {
  if (!/^[A-Za-z0-9]{6}$/.test(companyId))
    throw new TypeError(
      /^pk_/.test(companyId)
        ? 'sendoff: key starts with pk_, which is a private Klaviyo key. It must never be in a page: revoke it, and use the public six-character site id'
        : `sendoff: key is ${JSON.stringify(companyId)}; expected Klaviyo's public site id, six letters or digits`,
    )
  const part = (path: string, pace: Pace, events: readonly TrackedEvent[], data: unknown): Part => ({
    request: {
      url: `${endpoint}/client/${path}?company_id=${companyId}`,
      headers: { 'content-type': 'application/json', revision: KLAVIYO_REVISION },
      body: JSON.stringify({ data }),
    },
    events,
    pace,
  })
  return {
    name: 'klaviyo',
    key: companyId,
    // "Accepts a maximum of 1000 events per request", 5 MB decompressed.
    limits: { events: 1_000, bytes: 5_000_000 },
    encode([first, ...others], attempt) {
      if (first.type === 'identify')
        return part('profiles', SINGLE_PACE, [first], profileOf(first.identity, first.properties))
      const events =
        attempt === 'resend' || first.uniqueId
          ? [first]
          : [first, ...others.filter((event) => goesWith(event, first))]
      const profile = { data: profileOf(first.identity) }
      if (events.length < 2)
        return part('events', SINGLE_PACE, events, {
          type: 'event',
          attributes: { ...attributesOf(first), profile },
        })
      return part('event-bulk-create', BULK_PACE, events, {
        type: 'event-bulk-create',
        attributes: {
          profile,
          events: { data: events.map((event) => ({ type: 'event', attributes: attributesOf(event) })) },
        },
      })
    },
    interpret({ events }, { status, body, retryAfterMs }) {
      const outcome = outcomeOfStatus(status, retryAfterMs)
      if (outcome !== 'refused') return events.map(() => outcome)
      return refusal(events, errorsIn(body))
    },
  }
}

/** A bulk request carries one profile; what has the site's own id may be a repeat and goes alone. */
const goesWith = (event: TrackedEvent, first: TrackedEvent): boolean =>
  event.type === first.type &&
  !event.uniqueId &&
  JSON.stringify(event.identity) === JSON.stringify(first.identity)

const profileOf = ({ anonymousId, userId, email, phone }: Identity, traits: TrackedEvent['properties'] = {}) => {
  const { firstName, lastName, organization, title, image, location, ...properties } = traits
  return {
    type: 'profile',
    // JSON leaves out what is undefined: the vendor's schema is closed, and null would erase.
    attributes: {
      anonymous_id: anonymousId,
      external_id: userId,
      email,
      phone_number: phone,
      first_name: firstName,
      last_name: lastName,
      organization,
      title,
      image,
      location,
      properties,
    },
  }
}

const attributesOf = ({ id, uniqueId = id, name, time, properties }: TrackedEvent) => {
  const { value, currency } = properties
  return {
    metric: { data: { type: 'metric', attributes: { name } } },
    // Required, though it may be empty.
    properties,
    time: new Date(time).toISOString(),
    unique_id: uniqueId,
    ...(typeof value === 'number' && { value }),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { value_currency: currency }),
  }
}

interface VendorError {
  readonly detail?: string
  readonly source?: { readonly pointer?: string; readonly parameter?: string }
}

const errorsIn = (body: string): readonly VendorError[] => {
  try {
    const { errors } = JSON.parse(body)
    return Array.isArray(errors) ? errors.filter(Boolean) : []
  } catch {
    // A proxy's error page: then the vendor's words are not known, and the batch is narrowed by halves.
    return []
  }
}

/**
 * Klaviyo refuses a bulk request as a whole and points at the guilty event:
 * `{"errors":[{"detail":"…","source":{"pointer":"/data/attributes/events/data/3/attributes/time"}}]}`.
 */
const refusal = (events: readonly TrackedEvent[], errors: readonly VendorError[]): Outcome[] => {
  const words = ({ detail }: VendorError = {}) => `${detail ?? 'refused without a reason'}`
  if (errors.some(({ source }) => source?.parameter === 'company_id'))
    return events.map(() => ({ type: 'retry', reason: 'configuration', detail: words(errors[0]) }))
  if (events.length === 1) return [{ type: 'dropped', reason: 'refused', detail: words(errors[0]) }]
  const guilty = new Map(errors.map((error) => [indexIn(`${error.source?.pointer}`), error] as const))
  const named = events.some((_, index) => guilty.has(index))
  return events.map((_, index) => {
    const error = guilty.get(index)
    if (error) return { type: 'dropped', reason: 'refused', detail: words(error) }
    return { type: 'retry', reason: named ? 'innocent' : 'suspect' }
  })
}

const indexIn = (pointer: string): number => +(/\/data\/(\d+)/.exec(pointer)?.[1] ?? -1)
