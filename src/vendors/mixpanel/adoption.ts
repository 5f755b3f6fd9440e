import { parsed } from '../../core/json.ts'
import type { Adoption, Traces } from '../adoption.ts'
import { bounded, cookieNamed, idIn, isNo } from '../left-behind.ts'

interface Kept {
  readonly $device_id?: unknown
}

/**
 * Returns the device that mixpanel-browser knows: `$device_id` of the JSON in `mp_<token>_mixpanel`, a cookie or
 * localStorage, as the site has chosen. The id is sent as that library sends it, `$device:<id>`, before a visitor is
 * identified and for the merging afterwards. An entry without `$device_id` is of a version that could not merge, and is
 * ignored. Source: npm `mixpanel-browser` 2.83.0, `mixpanel-persistence` and `mixpanel-core`.
 */
export const mixpanelVisitor = (
  token: string,
  { cookie, stored }: Traces,
): { readonly anonymousId?: string } => {
  const place = `mp_${token}_mixpanel`
  const { $device_id }: Kept = {
    ...parsed<Kept>(bounded(stored(place))),
    ...parsed<Kept>(cookieNamed(cookie, place)),
  }
  const anonymousId = idIn($device_id)
  return anonymousId ? { anonymousId } : {}
}

export const adoption: Adoption = {
  visitor: mixpanelVisitor,
  // The library writes `0`, in localStorage unless the site wanted a cookie. Source: `gdpr-utils` of the same library.
  hasOptedOut: (token, { cookie, stored }) => {
    const place = `__mp_opt_in_out_${token}`
    return isNo(stored(place)) || isNo(cookieNamed(cookie, place))
  },
}
