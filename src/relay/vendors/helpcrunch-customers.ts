import type { Identity, TrackedEvent } from '../../core/event.ts'
import { timeOfId } from '../../core/id.ts'
import { parsed } from '../../core/json.ts'
import type { Outcome } from '../../core/outcome.ts'
import type { Call, VendorAnswer, VendorOutcome } from '../vendor.ts'

/** How long the events of a person whom HelpCrunch does not know yet wait for the chat widget to make the customer. */
const UNKNOWN_MS = 10 * 60_000
const ASK_AGAIN_MS = 60_000
/**
 * The most customers that are remembered, in a few MB; the one that was not used for the longest time is looked up
 * again.
 */
const MAX_REMEMBERED = 10_000

interface Customer {
  readonly id: number
  readonly userId?: string | null
  readonly email?: string | null
}

export type Found =
  | { readonly type: 'found'; readonly id: number }
  | { readonly type: 'failed'; readonly outcome: VendorOutcome }

export interface CustomersOptions {
  post(call: Call, path: string, body: object): Promise<VendorAnswer>
  readonly createCustomers: boolean
  outcomeOf(answer: VendorAnswer): Outcome
}

const found = (id: number): Found => ({ type: 'found', id })
/** Returns why an event of this person can never be taken: HelpCrunch knows no anonymous visitors. */
export const personProblem = ({ userId, email }: Identity): string | undefined =>
  userId || email ? undefined : 'HelpCrunch needs a user id or an e-mail address'

/** Makes the body of a new customer; JSON leaves out undefined values. `firstSeen` is a UNIX time as text. */
const newCustomer = ({ type, time, properties, identity: { userId, email, phone } }: TrackedEvent) => {
  const traits = type === 'identify' ? [properties.firstName, properties.lastName] : []
  const name = traits.filter((part) => typeof part === 'string' && part).join(' ')
  return { name: name || undefined, userId, email, phone, firstSeen: `${Math.floor(time / 1_000)}` }
}

/**
 * Returns the same person by the site's own id; by e-mail address only if HelpCrunch knows no other id, because two ids
 * are two people.
 */
const bestOf = (customers: readonly Customer[], { userId, email }: Identity): Customer | undefined =>
  customers.find((customer) => userId && customer.userId === userId) ??
  customers.find(
    (customer) => email && customer.email?.toLowerCase() === email && !(userId && customer.userId),
  )

/**
 * Finds HelpCrunch's own numeric ids of the site's people: each is searched for once, then remembered in this relay's
 * memory.
 */
export const createHelpcrunchCustomers = ({ post, createCustomers, outcomeOf }: CustomersOptions) => {
  const remembered = new Map<string, number>()

  const personOf = ({ userId, email, anonymousId }: Identity): string =>
    JSON.stringify(userId || email ? [userId, email] : anonymousId)

  const remember = (identity: Identity, id: number): Found => {
    const [oldest] = remembered.size < MAX_REMEMBERED ? [] : remembered.keys()
    if (oldest !== undefined) remembered.delete(oldest)
    remembered.set(personOf(identity), id)
    return found(id)
  }

  /** HelpCrunch has not received the event, whatever the answer was: so its delivery is never in doubt here. */
  const failed = (answer: VendorAnswer): Found => {
    const outcome = outcomeOf(answer)
    const isDoubt = outcome.reason === 'unanswered'
    if (outcome.type !== 'delivered')
      return { type: 'failed', outcome: isDoubt ? { ...outcome, reason: 'busy' } : outcome }
    return {
      type: 'failed',
      outcome: { type: 'retry', reason: 'busy', detail: 'an unknown answer from the vendor' },
    }
  }

  const search = async ({ userId, email }: Identity, call: Call): Promise<VendorAnswer> => {
    const fields = { 'customers.userId': userId, 'customers.email': email }
    const filter = Object.entries(fields).flatMap(([field, value]) =>
      value ? [{ field, operator: '=', value }] : [],
    )
    return post(call, 'customers/search', { comparison: 'OR', filter, limit: 10, offset: 0 })
  }

  const create = async (event: TrackedEvent, call: Call): Promise<Found> => {
    const answer = await post(call, 'customers', newCustomer(event))
    const isMade = answer.type === 'answered' && answer.status >= 200 && answer.status < 300
    const { id } = isMade ? parsed<Customer>(answer.body) : {}
    return typeof id === 'number' ? remember(event.identity, id) : failed(answer)
  }

  const unknown = (event: TrackedEvent, nowMs: number): Found => {
    // The widget makes the customer, or nobody does: an identify could add nothing.
    if (event.type === 'identify') return found(0)
    const detail = 'HelpCrunch knows no such customer'
    const outcome: Outcome =
      nowMs - timeOfId(event.id) < UNKNOWN_MS
        ? { type: 'retry', reason: 'busy', afterMs: ASK_AGAIN_MS, detail }
        : { type: 'dropped', reason: 'refused', detail }
    return { type: 'failed', outcome: { ...outcome, hidden: 'unknown-person' } }
  }

  return {
    personOf,
    forget: ({ identity }: TrackedEvent): void => void remembered.delete(personOf(identity)),

    async find(event: TrackedEvent, call: Call, nowMs: number): Promise<Found> {
      const { identity } = event
      const detail = personProblem(identity)
      if (detail) return { type: 'failed', outcome: { type: 'dropped', reason: 'invalid', detail } }
      const known = remembered.get(personOf(identity))
      if (known !== undefined) return found(known)
      const answer = await search(identity, call)
      // The answer of a search: {"data":[{"id":542335,"userId":"…","email":"…"}],"total":1}
      const { data } =
        answer.type === 'answered' && answer.status === 200 ? parsed<{ data: unknown }>(answer.body) : {}
      if (!Array.isArray(data)) return failed(answer)
      const customer = bestOf(data, identity)
      if (customer) return remember(identity, customer.id)
      return createCustomers ? create(event, call) : unknown(event, nowMs)
    },
  }
}
