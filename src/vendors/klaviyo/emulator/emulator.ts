import { type JsonApiError, jsonApiBody } from '../../../../testing/emulators/json-api.ts'
import type { KlaviyoEvent, RecordedEvent, RecordedProfile } from './account.ts'
import { createKlaviyoJudge, type Refusal, type Verdict } from './judge.ts'
import { type KlaviyoLimits, klaviyoLimits } from './limits.ts'

export type { KlaviyoEvent, KlaviyoLimits, RecordedEvent, RecordedProfile, Refusal }

export interface LoggedRequest {
  readonly timeMs: number
  readonly method: string
  /** The path with its query. */
  readonly path: string
  readonly status: number
  readonly refusal?: Refusal
  /** The texts of a refused request's errors. */
  readonly details: readonly string[]
  readonly events: number
  readonly bytes: number
  readonly body: string
  /** Whether another request was still being handled when this one came. */
  readonly overlapped: boolean
}

export interface KlaviyoEmulatorOptions {
  /** The public site id. @default 'AbC123' */
  readonly companyId?: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Replaces single limits, so that few events reach them. */
  readonly limits?: Partial<KlaviyoLimits>
  /** Whether the rate limits apply. @default true */
  readonly enforceRateLimits?: boolean
  /** Whether a script may read `Retry-After`, which Klaviyo does not promise. @default false */
  readonly exposeRetryAfter?: boolean
  /** Refuses an event that is otherwise right, for the reason returned. */
  readonly refuse?: (event: KlaviyoEvent) => string | undefined
  /** Whether errors point at what they refuse. @default true */
  readonly pointers?: boolean
}

export interface KlaviyoEmulator {
  handle(request: Request): Promise<Response>
  events(): readonly RecordedEvent[]
  profiles(): readonly RecordedProfile[]
  /** Returns every request in the order of the answers, preflights included. */
  requests(): readonly LoggedRequest[]
  /** Returns the requests that broke the contract; a well-behaved sender causes none. */
  violations(): readonly LoggedRequest[]
  /** Returns how many single events were answered with 202 and not recorded, because they had been recorded before. */
  duplicates(): number
  reset(): void
}

const CORS = { 'Access-Control-Allow-Origin': '*' }

const preflight = (request: Request): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? '',
    },
  })

const withoutPointer = ({ source, ...error }: JsonApiError): JsonApiError =>
  source && !('pointer' in source) ? { ...error, source } : error

const toResponse = (verdict: Verdict, pointers: boolean, exposeRetryAfter: boolean): Response => {
  if (verdict.type === 'accepted') return new Response(null, { status: 202, headers: CORS })
  const errors = pointers ? verdict.errors : verdict.errors.map(withoutPointer)
  const { retryAfterSeconds } = verdict
  return new Response(jsonApiBody(errors), {
    status: errors[0]?.status ?? 400,
    headers: {
      ...CORS,
      'Content-Type': 'application/vnd.api+json',
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
      ...(exposeRetryAfter && { 'Access-Control-Expose-Headers': 'Retry-After' }),
    },
  })
}

/**
 * Emulates Klaviyo's client API in memory, as strictly as its documentation allows.
 *
 * @example
 * const klaviyo = createKlaviyoEmulator({ companyId: 'AbC123' })
 * const response = await klaviyo.handle(new Request('http://vendor/client/events?company_id=AbC123', init))
 */
export const createKlaviyoEmulator = ({
  companyId = 'AbC123',
  now = Date.now,
  limits = {},
  enforceRateLimits = true,
  exposeRetryAfter = false,
  refuse = () => undefined,
  pointers = true,
}: KlaviyoEmulatorOptions = {}): KlaviyoEmulator => {
  const createJudge = () =>
    createKlaviyoJudge({ companyId, now, limits: { ...klaviyoLimits, ...limits }, enforceRateLimits, refuse })
  let judge = createJudge()
  let log: LoggedRequest[] = []
  let duplicates = 0
  let inFlight = 0

  const answer = (request: Request, text: string, overlapped: boolean): Response => {
    const bytes = new TextEncoder().encode(text).length
    const verdict = request.method === 'OPTIONS' ? undefined : judge.judge(request, { text, bytes })
    const response = verdict ? toResponse(verdict, pointers, exposeRetryAfter) : preflight(request)
    const { pathname, search } = new URL(request.url)
    if (verdict?.type === 'accepted') duplicates += verdict.duplicates
    const refused = verdict?.type === 'refused' ? verdict : undefined
    log.push({
      timeMs: now(),
      method: request.method,
      path: `${pathname}${search}`,
      status: response.status,
      ...(refused && { refusal: refused.refusal }),
      details: refused?.errors.map(({ detail }) => detail) ?? [],
      events: verdict?.events ?? 0,
      bytes,
      body: text,
      overlapped,
    })
    return response
  }

  return {
    async handle(request) {
      const overlapped = inFlight > 0
      inFlight += 1
      try {
        return answer(request, await request.text(), overlapped)
      } finally {
        inFlight -= 1
      }
    },
    events: () => judge.account.events(),
    profiles: () => judge.account.profiles(),
    requests: () => [...log],
    violations: () => log.filter(({ refusal }) => refusal === 'contract' || refusal === 'repeated'),
    duplicates: () => duplicates,
    reset() {
      judge = createJudge()
      log = []
      duplicates = 0
    },
  }
}
