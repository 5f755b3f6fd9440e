import { parsed } from "../../core/json.js";
import { fromBase64 } from "../base64.js";
import { cookieNamed, decoded } from "../left-behind.js";
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** The form `<opaque>.<site id>` of the id in a link of an e-mail. */
const EXCHANGE = /^[\w\-=]{1,200}\.(\w+)$/;
/**
 * Reads the cookie `__kla_id` (base64 of JSON: `cid`, base64 of a UUID; `$exchange_id`), the parameter `_kx` and its
 * copy in sessionStorage. The traces of another site are ignored.
 */
export const klaviyoVisitor = (siteId, { cookie, parameter, stored }) => {
    const ours = (given) => typeof given === 'string' && EXCHANGE.exec(given)?.[1] === siteId ? given : undefined;
    const { cid, $exchange_id } = parsed(fromBase64(cookieNamed(cookie, '__kla_id')));
    const anonymousId = typeof cid === 'string' && UUID.test(fromBase64(cid)) ? cid : undefined;
    const followed = ours(parameter('_kx'));
    const remembered = ours($exchange_id) ?? ours(fromBase64(decoded(stored('_kx'))));
    return {
        ...(anonymousId && { anonymousId }),
        ...(followed && { followed }),
        ...(remembered && { remembered }),
    };
};
/** Tells whether the visitor has told Klaviyo to stop. */
export const hasOptedOut = (cookie) => /(^|; *)__kla_off=true(;|$)/.test(cookie);
export const adoption = {
    visitor: klaviyoVisitor,
    tokenName: '_kx',
    hasOptedOut: (_, { cookie }) => hasOptedOut(cookie),
};
