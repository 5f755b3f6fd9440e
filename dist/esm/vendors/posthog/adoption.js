import { parsed } from "../../core/json.js";
import { bounded, cookieNamed, idIn, isNo } from "../left-behind.js";
/**
 * Returns the visitor whom posthog-js knows: `distinct_id` of the JSON in `ph_<token>_posthog`, in localStorage, which
 * counts first, and in a cookie. A visitor whom that library has identified is not adopted: then `distinct_id` is the
 * user's own id, and `$device_id` may be that of an earlier user of the browser, because it outlives a `reset()`.
 * Source: npm `posthog-js` 1.449.2, `posthog-persistence`, `storage`, `posthog-core`.
 */
export const posthogVisitor = (key, { cookie, stored }) => {
    const place = `ph_${key}_posthog`;
    const { distinct_id, $user_state } = {
        ...parsed(cookieNamed(cookie, place)),
        ...parsed(bounded(stored(place))),
    };
    const anonymousId = $user_state === 'identified' ? undefined : idIn(distinct_id);
    return anonymousId ? { anonymousId } : {};
};
export const adoption = {
    visitor: posthogVisitor,
    // The library writes `0`, in localStorage unless the site wanted a cookie. Source: `consent` of the same library.
    hasOptedOut: (key, { cookie, stored }) => {
        const place = `__ph_opt_in_out_${key}`;
        return isNo(stored(place)) || isNo(cookieNamed(cookie, place));
    },
};
