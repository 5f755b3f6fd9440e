import type { TrackedEvent } from '../../core/event.ts'
import type { Outcome } from '../../core/outcome.ts'
import { readSecret, type Secret } from '../request/secret.ts'
import type { Call, Unanswered, Vendor, VendorAnswer, VendorOutcome } from '../vendor.ts'
import { outcomeOfAnswer } from './answer-outcome.ts'
import { flatProperties } from './flat-properties.ts'
import { createHelpcrunchCustomers, personProblem } from './helpcrunch-customers.ts'

/** The wait after a 429, for which HelpCrunch names no header; a client of the same kind waits as long. */
const LIMITED_MS = 5_000

export interface HelpcrunchVendorOptions {
  /**
   * The key from Settings > Developers > Public API. It is private in spite of that name: it reads and writes
   * customers.
   */
  readonly apiKey: Secret
  /**
   * Whether a person whom HelpCrunch does not know becomes a new customer there. Otherwise such a person's events wait
   * for ten minutes, because the chat widget may be about to make the customer, and are then dropped.
   * @default false
   */
  readonly createCustomers?: boolean
  /**
   * What happens to an event whose request was never answered: `resend` may count it twice, `assume-delivered` may lose
   * it.
   * @default 'resend'
   */
  readonly unanswered?: Unanswered
  /**
   * The account's limit, which all relays together have to keep.
   * @default 120
   */
  readonly requestsPerMinute?: number
  /** The origin of the vendor. @default 'https://api.helpcrunch.com' */
  readonly endpoint?: string
}

/**
 * Calls HelpCrunch's `POST /v1/events` with one event a request. HelpCrunch dates the event itself, so the real time
 * goes into `data.occurredAt`. HelpCrunch cannot recognise a repeat, so the relay remembers what it has delivered.
 *
 * An `identify` makes the customer when `createCustomers` allows it, and never changes one: otherwise anybody with the
 * write key could rewrite anybody's profile.
 *
 * Source: docs.helpcrunch.com, rest-api-v1: add-customer-event-v1, search-customers-v1, create-customer-v1.
 * @example
 * helpcrunchVendor({ apiKey: () => env.HELPCRUNCH_API_KEY, createCustomers: true })
 */
export const helpcrunchVendor = ({
  apiKey,
  createCustomers = false,
  unanswered = 'resend',
  requestsPerMinute = 120,
  endpoint = 'https://api.helpcrunch.com',
}: HelpcrunchVendorOptions): Vendor => {
  const base = endpoint.replace(/\/$/, '')
  const outcomeOf = (answer: VendorAnswer): Outcome => outcomeOfAnswer(answer, LIMITED_MS)

  const post = async (call: Call, path: string, body: object): Promise<VendorAnswer> =>
    call({
      method: 'POST',
      url: `${base}/v1/${path}`,
      headers: { authorization: `Bearer ${await readSecret(apiKey)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  const customers = createHelpcrunchCustomers({ post, createCustomers, outcomeOf })

  const send = (event: TrackedEvent, customer: number, call: Call): Promise<VendorAnswer> => {
    const { id, uniqueId = id, name, time, properties } = event
    const occurredAt = new Date(time).toISOString()
    return post(call, 'events', {
      name,
      data: { ...flatProperties(properties), occurredAt, eventId: uniqueId },
      customer,
    })
  }

  /** Marks a refusal as hidden, because HelpCrunch sees only the events of people whom it knows. */
  const refusalHidden = (outcome: Outcome): VendorOutcome =>
    outcome.type === 'dropped' ? { ...outcome, hidden: 'refused' } : outcome

  /** Delivers an event. On the second try the remembered customer is gone, and another may have come. */
  const deliver = async (
    event: TrackedEvent,
    call: Call,
    nowMs: number,
    attempt: 'first' | 'second' = 'first',
  ): Promise<VendorOutcome> => {
    const found = await customers.find(event, call, nowMs)
    if (found.type === 'failed') return found.outcome
    if (event.type === 'identify') return { type: 'delivered' }
    const answer = await send(event, found.id, call)
    if (answer.type !== 'answered' || answer.status !== 404) return refusalHidden(outcomeOf(answer))
    customers.forget(event)
    if (attempt === 'first') return deliver(event, call, nowMs, 'second')
    return refusalHidden({
      type: 'dropped',
      reason: 'refused',
      detail: 'HelpCrunch does not find the customer it has named',
    })
  }

  return {
    name: 'helpcrunch',
    rate: { requests: requestsPerMinute, windowMs: 60_000 },
    limitedMs: LIMITED_MS,
    unanswered,
    problem: ({ identity }) => personProblem(identity),
    personOf: ({ identity }) => customers.personOf(identity),
    deliver: (event, call, nowMs) => deliver(event, call, nowMs),
  }
}
