import type { z } from 'zod'
import { createFixedWindow, type Rate } from '../../../../testing/emulators/fixed-window.ts'
import {
  createVendorLog,
  type VendorRefusal,
  type VendorRequestLog,
  type VendorVerdict,
} from '../../../../testing/emulators/vendor-log.ts'
import { createHelpcrunchAccount, type HelpcrunchCustomer, type HelpcrunchEvent } from './account.ts'
import { type HelpcrunchCustomerFields, helpcrunchSchemas } from './schema.ts'

export type { HelpcrunchCustomer, HelpcrunchEvent }

export interface HelpcrunchEmulatorOptions {
  /** The private key. @default 'hc-private-key' */
  readonly apiKey?: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** The rate limit of the account. @default 120 a minute */
  readonly rate?: Rate
  /** Whether the rate limit applies. @default true */
  readonly enforceRateLimits?: boolean
  /** Seconds of a `Retry-After`, which HelpCrunch does not promise. @default none */
  readonly retryAfterSeconds?: number
  /** The customers that the account knows. */
  readonly customers?: readonly HelpcrunchCustomerFields[]
  /** Refuses an event that is otherwise right, for the reason returned. */
  readonly refuse?: (event: { readonly name: string; readonly data: object }) => string | undefined
}

export interface HelpcrunchEmulator {
  handle(request: Request): Promise<Response>
  events(): readonly HelpcrunchEvent[]
  customers(): readonly HelpcrunchCustomer[]
  removeCustomer(id: number): void
  /** Returns every request in the order of the answers. */
  requests(): readonly VendorRequestLog[]
  /** Returns the requests that broke the contract; a well-behaved sender causes none. */
  violations(): readonly VendorRequestLog[]
  reset(): void
}

interface HelpcrunchError {
  readonly code: string
  readonly message: string
}

/**
 * Makes a refusal: {"errors":[{"code":"invalid_request","message":"Invalid
 * request"},{"code":"customer","message":"…"}]}
 */
const refused = (
  status: number,
  refusal: VendorRefusal,
  ...errors: readonly HelpcrunchError[]
): VendorVerdict => ({
  status,
  refusal,
  body: { errors: [{ code: 'invalid_request', message: 'Invalid request' }, ...errors] },
})

const fieldErrors = ({ issues }: z.core.$ZodError): readonly HelpcrunchError[] =>
  issues.map(({ path, message }) => ({
    code: path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .slice(1),
    message,
  }))

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // No schema accepts `undefined`, so the request is refused as one without any field.
    return undefined
  }
}

/**
 * Emulates HelpCrunch's REST API in memory, with the three calls that sendoff makes, as strictly as its pages allow.
 *
 * @example
 * const helpcrunch = createHelpcrunchEmulator({ customers: [{ userId: 'customer-7' }] })
 * const response = await helpcrunch.handle(new Request('http://vendor/v1/events', init))
 */
export const createHelpcrunchEmulator = ({
  apiKey = 'hc-private-key',
  now = Date.now,
  rate = { requests: 120, windowMs: 60_000 },
  enforceRateLimits = true,
  retryAfterSeconds,
  customers = [],
  refuse = () => undefined,
}: HelpcrunchEmulatorOptions = {}): HelpcrunchEmulator => {
  const createAccount = () => {
    const made = createHelpcrunchAccount(now)
    for (const customer of customers) made.addCustomer(customer)
    return made
  }
  let account = createAccount()
  let window = createFixedWindow([rate])

  const calls: Readonly<Record<string, (document: unknown) => VendorVerdict>> = {
    '/v1/events': (document) => {
      const { data: event, error } = helpcrunchSchemas.event.safeParse(document)
      if (!event) return refused(400, 'contract', ...fieldErrors(error))
      const reason = refuse(event)
      if (reason !== undefined) return refused(400, 'asked', { code: 'name', message: reason })
      const made = account.addEvent(event)
      if (!made) return refused(404, 'asked', { code: 'not_found', message: 'Customer not found' })
      const { createdAtMs, ...answer } = made
      return { status: 200, body: { ...answer, createdAt: `${Math.floor(createdAtMs / 1_000)}` } }
    },
    '/v1/customers/search': (document) => {
      const { data: query, error } = helpcrunchSchemas.search.safeParse(document)
      return query
        ? { status: 200, body: account.search(query) }
        : refused(400, 'contract', ...fieldErrors(error))
    },
    '/v1/customers': (document) => {
      const { data: fields, error } = helpcrunchSchemas.customer.safeParse(document)
      return fields
        ? { status: 201, body: account.addCustomer(fields) }
        : refused(400, 'contract', ...fieldErrors(error))
    },
  }

  const judge = ({ method, url, headers }: Request, text: string): VendorVerdict => {
    const call = calls[new URL(url).pathname]
    if (!call) return refused(404, 'contract', { code: 'not_found', message: 'Not found' })
    if (method !== 'POST') return refused(405, 'contract', { code: 'method', message: 'Method not allowed' })
    if (headers.get('authorization') !== `Bearer ${apiKey}`)
      return refused(401, 'contract', { code: 'unauthorized', message: 'Unauthorized' })
    if (!/^application\/json\b/.test(headers.get('content-type') ?? ''))
      return refused(400, 'contract', { code: 'content-type', message: 'Expected application/json' })
    if (enforceRateLimits && window.take(now()).type === 'limited') {
      const verdict = refused(429, 'rate-limit', { code: 'too_many_requests', message: 'Too many requests' })
      return retryAfterSeconds ? { ...verdict, headers: { 'retry-after': `${retryAfterSeconds}` } } : verdict
    }
    return call(parse(text))
  }

  const log = createVendorLog(judge, now)
  return {
    handle: log.handle,
    events: () => account.events(),
    customers: () => account.customers(),
    removeCustomer: (id) => account.removeCustomer(id),
    requests: log.requests,
    violations: log.violations,
    reset() {
      account = createAccount()
      window = createFixedWindow([rate])
      log.reset()
    },
  }
}
