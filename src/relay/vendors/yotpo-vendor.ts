import type { TrackedEvent } from '../../core/event.ts'
import type { Outcome } from '../../core/outcome.ts'
import { keyOfEvent } from '../ids/event-key.ts'
import type { Secret } from '../request/secret.ts'
import type { Call, Vendor, VendorAnswer, VendorRequest } from '../vendor.ts'
import { outcomeOfAnswer } from './answer-outcome.ts'
import { YOTPO_FIELDS, type YotpoFields, yotpoBody } from './yotpo-body.ts'
import { createYotpoToken } from './yotpo-token.ts'

/** The wait of a second that Yotpo advises; `RateLimit-Reset` counts more. */
const LIMITED_MS = 1_000

export interface YotpoVendorOptions {
  /** The store id, which Yotpo also calls app key. */
  readonly storeId: string
  /** The store's secret, from which access tokens are made. */
  readonly secret: Secret
  /**
   * The source of the events, in snake case.
   * @default 'sendoff'
   */
  readonly source?: string
  /** The method of the request. @default 'PATCH' */
  readonly method?: string
  /**
   * The path of the request, in which `{store_id}` stands for the store id.
   * @default '/core/v3/stores/{store_id}/customer_events'
   */
  readonly path?: string
  /**
   * The key around the whole body, if there is to be one.
   * @default none
   */
  readonly wrapper?: string
  /**
   * The names of the body's fields, as far as they differ from `YOTPO_FIELDS`.
   * @default YOTPO_FIELDS
   */
  readonly fields?: Partial<YotpoFields>
  /**
   * The store's limit, which all relays together have to keep.
   * @default 5
   */
  readonly requestsPerSecond?: number
  /** The origin of the vendor. @default 'https://api.yotpo.com' */
  readonly endpoint?: string
}

/**
 * Calls Yotpo's custom customer events with one event a request and the event's id, so that a repeat replaces the
 * first.
 *
 * **Not verified against the live service**, and Yotpo closed the product behind it, SMS & Email, at the end of 2025.
 * Yotpo's page names few of the fields, and neither method nor path: all of them are options.
 *
 * Source: core-api.yotpo.com/reference, create-or-update-custom-customer-event and authentication.
 * @example
 * yotpoVendor({ storeId: env.YOTPO_STORE_ID, secret: () => env.YOTPO_SECRET })
 */
export const yotpoVendor = ({
  storeId,
  secret,
  source = 'sendoff',
  method = 'PATCH',
  path = '/core/v3/stores/{store_id}/customer_events',
  wrapper,
  fields,
  requestsPerSecond = 5,
  endpoint = 'https://api.yotpo.com',
}: YotpoVendorOptions): Vendor => {
  const base = endpoint.replace(/\/$/, '')
  const token = createYotpoToken({ base, storeId, secret })
  const body = yotpoBody({ source, wrapper, fields: { ...YOTPO_FIELDS, ...fields } })

  const outcomeOf = (answer: VendorAnswer): Outcome => {
    // A 409 means that two requests write the same customer at once.
    const isConflict = answer.type === 'answered' && answer.status === 409
    return isConflict
      ? { type: 'retry', reason: 'busy', afterMs: LIMITED_MS, detail: 'HTTP 409 from the vendor' }
      : outcomeOfAnswer(answer, LIMITED_MS)
  }

  /**
   * Sends a request with a remembered token, then with a fresh one: tokens live for 14 days, or until they are revoked.
   */
  const send = async (
    request: VendorRequest,
    call: Call,
    attempt: 'first' | 'second' = 'first',
  ): Promise<Outcome> => {
    const { value, answer: denied } = await token.get(call)
    if (denied) return outcomeOf(denied)
    const answer = await call({ ...request, headers: { ...request.headers, 'x-yotpo-token': value } })
    const isExpired = answer.type === 'answered' && (answer.status === 401 || answer.status === 403)
    if (!isExpired || attempt === 'second') return outcomeOf(answer)
    token.forget(value)
    return send(request, call, 'second')
  }

  return {
    name: 'yotpo',
    rate: { requests: requestsPerSecond, windowMs: 1_000 },
    limitedMs: LIMITED_MS,
    problem(event) {
      const made = body(event, event.id)
      return made.type === 'invalid' ? made.detail : undefined
    },
    personOf: ({ identity }) => JSON.stringify(identity),
    async deliver(event: TrackedEvent, call) {
      // A repeated id replaces the stored event, even where that was another person's event.
      const made = body(event, await keyOfEvent(event))
      if (made.type === 'invalid') return { type: 'dropped', reason: 'invalid', detail: made.detail }
      const url = base + path.replace('{store_id}', encodeURIComponent(storeId))
      const headers = { 'content-type': 'application/json' }
      return send({ method, url, headers, body: JSON.stringify(made.body) }, call)
    },
  }
}
