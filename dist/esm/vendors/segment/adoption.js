import { bounded, cookieNamed, idIn } from "../left-behind.js";
const PLACE = 'ajs_anonymous_id';
/** The library's older versions wrote JSON into the cookie, too. */
const unquoted = (text) => /^"(.*)"$/.exec(text)?.[1] ?? text;
/**
 * The visitor whom analytics.js knows: `ajs_anonymous_id` in a cookie and, as JSON, in localStorage; where the two differ
 * the cookie counts, which other subdomains can write. It is of no account in particular. `ajs_user_id` is left alone:
 * who is logged in, the site says. The library has no opt-out of its own.
 * Source: npm `@segment/analytics-next` 1.84.3, `core/user` and `core/storage`.
 */
export const segmentVisitor = ({ cookie, stored }) => {
    const anonymousId = idIn(unquoted(cookieNamed(cookie, PLACE))) ?? idIn(unquoted(bounded(stored(PLACE))));
    return anonymousId ? { anonymousId } : {};
};
export const adoption = {
    visitor: (_, traces) => segmentVisitor(traces),
};
