import { createFixedWindow, type Rate } from '../../../../testing/emulators/fixed-window.ts'
import {
  createVendorLog,
  type VendorRefusal,
  type VendorRequestLog,
  type VendorVerdict,
} from '../../../../testing/emulators/vendor-log.ts'
import { type YotpoEvent, yotpoEventSchema, yotpoSecretSchema } from './schema.ts'

export type { YotpoEvent }

export interface YotpoEmulatorOptions {
  /** The store's id. @default 'store-1' */
  readonly storeId?: string
  /** The store's private secret. @default 'yotpo-private-secret' */
  readonly secret?: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** The rate limit of the store. @default 5 a second */
  readonly rate?: Rate
  /** Whether the rate limit applies. @default true */
  readonly enforceRateLimits?: boolean
  /** Refuses an event that is otherwise right, for the reason returned. */
  readonly refuse?: (event: YotpoEvent) => string | undefined
}

export interface YotpoEmulator {
  handle(request: Request): Promise<Response>
  /** Returns the recorded events; a repeated id replaces the recorded event. */
  events(): readonly YotpoEvent[]
  /** Returns how many events have replaced a recorded one. */
  overridden(): number
  /** Returns every request in the order of the answers. */
  requests(): readonly VendorRequestLog[]
  /** Returns the requests that broke the contract; a well-behaved sender causes none. */
  violations(): readonly VendorRequestLog[]
  /** Makes all tokens invalid, as if 14 days had passed. */
  expireTokens(): void
  reset(): void
}

const refused = (status: number, refusal: VendorRefusal, ...messages: readonly string[]): VendorVerdict => ({
  status,
  refusal,
  body: { errors: messages.map((message) => ({ message })) },
})

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // No schema accepts `undefined`, so the request is refused as one without any field.
    return undefined
  }
}

const TOKEN_MS = 14 * 24 * 60 * 60 * 1_000

/**
 * Emulates Yotpo's customer events in memory, as strictly as the vendor's page allows; method, path and most names are
 * assumptions.
 *
 * @example
 * const yotpo = createYotpoEmulator({ storeId: 'store-1' })
 * const response = await yotpo.handle(new Request('http://vendor/core/v3/stores/store-1/customer_events', init))
 */
export const createYotpoEmulator = ({
  storeId = 'store-1',
  secret = 'yotpo-private-secret',
  now = Date.now,
  rate = { requests: 5, windowMs: 1_000 },
  enforceRateLimits = true,
  refuse = () => undefined,
}: YotpoEmulatorOptions = {}): YotpoEmulator => {
  let events = new Map<string, YotpoEvent>()
  let overridden = 0
  const tokens = new Map<string, number>()
  let made = 0
  let window = createFixedWindow([rate])

  const giveToken = (document: unknown): VendorVerdict => {
    const given = yotpoSecretSchema.safeParse(document)
    if (!given.success) return refused(400, 'contract', 'secret is required')
    if (given.data.secret !== secret) return refused(401, 'contract', 'Unauthorized')
    made += 1
    const token = `yotpo-token-${made}`
    tokens.set(token, now() + TOKEN_MS)
    return { status: 200, body: { access_token: token } }
  }

  const takeEvent = (document: unknown, token: string): VendorVerdict => {
    const until = tokens.get(token)
    if (until === undefined) return refused(401, 'contract', 'Unauthorized')
    if (until <= now()) return refused(401, 'expired', 'Unauthorized')
    const { data: event, error } = yotpoEventSchema.safeParse(document)
    if (!event) {
      const messages = error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
      return refused(400, 'contract', ...messages)
    }
    const reason = refuse(event)
    if (reason !== undefined) return refused(400, 'asked', reason)
    if (events.has(event.id)) overridden += 1
    events.set(event.id, event)
    return { status: 200, body: {} }
  }

  const judge = ({ method, url, headers }: Request, text: string): VendorVerdict => {
    const [, call] = new URL(url).pathname.split(`/core/v3/stores/${storeId}/`)
    const expected = { access_tokens: 'POST', customer_events: 'PATCH' }[`${call}`]
    if (!expected) return refused(404, 'contract', 'Not found')
    if (method !== expected) return refused(405, 'contract', 'Method not allowed')
    if (!/^application\/json\b/.test(headers.get('content-type') ?? ''))
      return refused(415, 'contract', 'Expected application/json')
    const turn = enforceRateLimits ? window.take(now()) : undefined
    if (turn?.type === 'limited') {
      const seconds = Math.ceil(turn.waitMs / 1_000)
      const reset = { 'ratelimit-remaining': '0', 'ratelimit-reset': `${seconds}` }
      return { ...refused(429, 'rate-limit', 'Too many requests'), headers: reset }
    }
    const document = parse(text)
    return call === 'access_tokens'
      ? giveToken(document)
      : takeEvent(document, headers.get('x-yotpo-token') ?? '')
  }

  const log = createVendorLog(judge, now)
  return {
    handle: log.handle,
    events: () => [...events.values()],
    overridden: () => overridden,
    requests: log.requests,
    violations: log.violations,
    expireTokens() {
      for (const token of tokens.keys()) tokens.set(token, 0)
    },
    reset() {
      events = new Map()
      // The tokens stay known as expired ones, because a sender that still holds one has done nothing wrong.
      for (const token of tokens.keys()) tokens.set(token, 0)
      overridden = 0
      window = createFixedWindow([rate])
      log.reset()
    },
  }
}
