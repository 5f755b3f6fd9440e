import { createFixedWindow } from '../../../../testing/emulators/fixed-window.ts'
import { invalid, type JsonApiError } from '../../../../testing/emulators/json-api.ts'
import type { Endpoint } from './document.ts'
import type { KlaviyoLimits } from './limits.ts'

export type GateVerdict =
  | { readonly type: 'passed'; readonly endpoint: Endpoint; readonly document: unknown }
  | { readonly type: 'refused'; readonly error: JsonApiError }
  | { readonly type: 'limited'; readonly error: JsonApiError; readonly retryAfterSeconds: number }

interface GateOptions {
  readonly companyId: string
  readonly limits: KlaviyoLimits
  readonly enforceRateLimits: boolean
}

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['/client/event-bulk-create', 'bulk'],
  ['/client/events', 'single'],
  ['/client/profiles', 'profile'],
])
const CONTENT_TYPES = ['application/json', 'application/vnd.api+json']

const refused = (error: JsonApiError): GateVerdict => ({ type: 'refused', error })

const plainError = (status: number, code: string, title: string, detail: string): JsonApiError => ({
  status,
  code,
  title,
  detail,
})

const parseJson = (body: string): { readonly document: unknown } | undefined => {
  try {
    return { document: JSON.parse(body) }
  } catch {
    // The position of the syntax error is lost; the sender of a body that is no JSON does not need it.
    return undefined
  }
}

const envelopeError = (request: Request, url: URL, companyId: string): JsonApiError | undefined => {
  if (request.method !== 'POST') {
    return plainError(
      405,
      'method_not_allowed',
      'Method not allowed.',
      `Method "${request.method}" not allowed.`,
    )
  }
  if (url.searchParams.get('company_id') !== companyId) {
    return invalid('The company_id is missing or belongs to no account.', { parameter: 'company_id' })
  }
  if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(request.headers.get('revision') ?? '')) {
    return invalid('A revision header of the form YYYY-MM-DD is required.', { header: 'revision' })
  }
  const contentType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!CONTENT_TYPES.includes(contentType)) {
    return plainError(
      415,
      'unsupported_media_type',
      'Unsupported media type.',
      `"${contentType}" is not supported.`,
    )
  }
  return undefined
}

/** Decides everything that does not depend on the document: address, method, headers, pace, size, syntax. */
export const createKlaviyoGate = ({ companyId, limits, enforceRateLimits }: GateOptions) => {
  const windows = {
    bulk: createFixedWindow(limits.bulkRate),
    single: createFixedWindow(limits.singleRate),
    profile: createFixedWindow(limits.singleRate),
  }

  return (request: Request, body: { text: string; bytes: number }, nowMs: number): GateVerdict => {
    const url = new URL(request.url)
    const endpoint = ENDPOINTS.get(url.pathname.replace(/\/$/, ''))
    if (!endpoint)
      return refused(plainError(404, 'not_found', 'Not found.', `No endpoint at ${url.pathname}.`))
    const wrong = envelopeError(request, url, companyId)
    if (wrong) return refused(wrong)

    const turn = enforceRateLimits ? windows[endpoint].take(nowMs) : undefined
    if (turn?.type === 'limited') {
      // The wait is in whole seconds, rounded up, so that a client that comes back after exactly this long finds the
      // window open.
      const retryAfterSeconds = Math.ceil(turn.waitMs / 1000)
      const detail = `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`
      return {
        type: 'limited',
        error: plainError(429, 'throttled', 'Request throttled.', detail),
        retryAfterSeconds,
      }
    }
    if (body.bytes > limits.bodyBytes) {
      const detail = `The body has more than ${limits.bodyBytes} bytes.`
      return refused(plainError(413, 'payload_too_large', 'Payload too large.', detail))
    }
    const parsed = parseJson(body.text)
    if (!parsed) return refused(invalid('The body is not JSON.', { pointer: '' }))
    return { type: 'passed', endpoint, document: parsed.document }
  }
}
