import { parsed } from '../../core/json.ts'
import type { Adoption, Traces, VendorVisitor } from '../adoption.ts'

interface KlaviyoId {
  readonly cid?: unknown
  readonly $exchange_id?: unknown
}

/** Every browser, worker and Node has it; the language does not. */
declare const atob: (base64: string) => string

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
export const klaviyoVisitor = (siteId: string, { cookie, parameter, stored }: Traces): VendorVisitor => {
  const ours = (given: unknown): string | undefined =>
    typeof given === 'string' && EXCHANGE.exec(given)?.[1] === siteId ? given : undefined
  const { cid, $exchange_id } = parsed<KlaviyoId>(
    decoded(/(?:^|; *)__kla_id=([^;]+)/.exec(cookie)?.[1] ?? ''),
  )
  const anonymousId = typeof cid === 'string' && UUID.test(decoded(cid)) ? cid : undefined
  const followed = ours(parameter('_kx'))
  const remembered = ours($exchange_id) ?? ours(decoded(stored('_kx')))
  return {
    ...(anonymousId && { anonymousId }),
    ...(followed && { followed }),
    ...(remembered && { remembered }),
  }
}

/** The visitor has told Klaviyo to stop. */
export const hasOptedOut = (cookie: string): boolean => /(^|; *)__kla_off=true(;|$)/.test(cookie)

export const adoption: Adoption = {
  visitor: klaviyoVisitor,
  tokenName: '_kx',
  hasOptedOut: (_, { cookie }) => hasOptedOut(cookie),
}
