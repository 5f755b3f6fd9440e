import type { Adoption, Traces } from '../adoption.ts'
import { bounded, cookieNamed, idIn } from '../left-behind.ts'

const PLACE = 'ajs_anonymous_id'

/** The library's older versions wrote JSON into the cookie, too. */
const unquoted = (text: string): string => /^"(.*)"$/.exec(text)?.[1] ?? text

/**
 * The visitor whom analytics.js knows: `ajs_anonymous_id` in a cookie and, as JSON, in localStorage; where the two differ
 * the cookie counts, which other subdomains can write. It is of no account in particular. `ajs_user_id` is left alone:
 * who is logged in, the site says. The library has no opt-out of its own.
 * Source: npm `@segment/analytics-next` 1.84.3, `core/user` and `core/storage`.
 */
export const segmentVisitor = ({ cookie, stored }: Traces): { readonly anonymousId?: string } => {
  const anonymousId = idIn(unquoted(cookieNamed(cookie, PLACE))) ?? idIn(unquoted(bounded(stored(PLACE))))
  return anonymousId ? { anonymousId } : {}
}

export const adoption: Adoption = {
  visitor: (_, traces) => segmentVisitor(traces),
}
