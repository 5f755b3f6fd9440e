import { parsed } from '../core/json.ts'

/** What Klaviyo's own script, or a link in one of its e-mails, says of the visitor. */
export interface KlaviyoVisitor {
  /** To be adopted as `anonymousId`, so that both scripts speak of the same profile. */
  readonly anonymousId?: string
  /** From a link that the visitor has just followed: it says who reads the e-mail, now. */
  readonly followed?: string
  /** From an earlier visit. */
  readonly remembered?: string
}

interface KlaviyoId {
  readonly cid?: unknown
  readonly $exchange_id?: unknown
}

/** What a page offers. */
export interface KlaviyoTraces {
  readonly cookie: string
  /** `location.search` */
  readonly search: string
  /** `sessionStorage._kx` */
  readonly session: string
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** `<opaque>.<site id>` */
const EXCHANGE = /^[\w\-=]{1,200}\.(\w+)$/

const decoded = (text: string): string => {
  try {
    return atob(decodeURIComponent(text))
  } catch {
    // Not of the vendor's making.
    return ''
  }
}

/**
 * Reads the cookie `__kla_id` (base64 of JSON: `cid`, base64 of a UUID; `$exchange_id`), the parameter `_kx` and its
 * copy in sessionStorage. What is another site's is left alone.
 */
export const klaviyoVisitor = (
  siteId: string,
  { cookie, search, session }: KlaviyoTraces,
): KlaviyoVisitor => {
  const ours = (given: unknown): string | undefined =>
    typeof given === 'string' && EXCHANGE.exec(given)?.[1] === siteId ? given : undefined
  const { cid, $exchange_id } = parsed<KlaviyoId>(
    decoded(/(?:^|; *)__kla_id=([^;]+)/.exec(cookie)?.[1] ?? ''),
  )
  const anonymousId = typeof cid === 'string' && UUID.test(decoded(cid)) ? cid : undefined
  const followed = ours(new URLSearchParams(search).get('_kx'))
  const remembered = ours($exchange_id) ?? ours(decoded(session))
  return {
    ...(anonymousId && { anonymousId }),
    ...(followed && { followed }),
    ...(remembered && { remembered }),
  }
}

/** The visitor has told Klaviyo to stop. */
export const hasOptedOut = (cookie: string): boolean => /(^|; *)__kla_off=true(;|$)/.test(cookie)
