"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.hasOptedOut = exports.klaviyoVisitor = void 0;
const json_ts_1 = require("../../core/json.js");
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** `<opaque>.<site id>` */
const EXCHANGE = /^[\w\-=]{1,200}\.(\w+)$/;
const decoded = (text) => {
    try {
        return atob(decodeURIComponent(text));
    }
    catch {
        // Not of the vendor's making.
        return '';
    }
};
/**
 * Reads the cookie `__kla_id` (base64 of JSON: `cid`, base64 of a UUID; `$exchange_id`), the parameter `_kx` and its
 * copy in sessionStorage. What is another site's is left alone.
 */
const klaviyoVisitor = (siteId, { cookie, parameter, stored }) => {
    const ours = (given) => typeof given === 'string' && EXCHANGE.exec(given)?.[1] === siteId ? given : undefined;
    const { cid, $exchange_id } = (0, json_ts_1.parsed)(decoded(/(?:^|; *)__kla_id=([^;]+)/.exec(cookie)?.[1] ?? ''));
    const anonymousId = typeof cid === 'string' && UUID.test(decoded(cid)) ? cid : undefined;
    const followed = ours(parameter('_kx'));
    const remembered = ours($exchange_id) ?? ours(decoded(stored('_kx')));
    return {
        ...(anonymousId && { anonymousId }),
        ...(followed && { followed }),
        ...(remembered && { remembered }),
    };
};
exports.klaviyoVisitor = klaviyoVisitor;
/** The visitor has told Klaviyo to stop. */
const hasOptedOut = (cookie) => /(^|; *)__kla_off=true(;|$)/.test(cookie);
exports.hasOptedOut = hasOptedOut;
exports.adoption = {
    visitor: exports.klaviyoVisitor,
    tokenName: '_kx',
    hasOptedOut: (_, { cookie }) => (0, exports.hasOptedOut)(cookie),
};
