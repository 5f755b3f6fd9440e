"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.hasOptedOut = exports.klaviyoVisitor = void 0;
const json_ts_1 = require("../../core/json.js");
const base64_ts_1 = require("../base64.js");
const left_behind_ts_1 = require("../left-behind.js");
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** The form `<opaque>.<site id>` of the id in a link of an e-mail. */
const EXCHANGE = /^[\w\-=]{1,200}\.(\w+)$/;
/**
 * Reads the cookie `__kla_id` (base64 of JSON: `cid`, base64 of a UUID; `$exchange_id`), the parameter `_kx` and its
 * copy in sessionStorage. The traces of another site are ignored.
 */
const klaviyoVisitor = (siteId, { cookie, parameter, stored }) => {
    const ours = (given) => typeof given === 'string' && EXCHANGE.exec(given)?.[1] === siteId ? given : undefined;
    const { cid, $exchange_id } = (0, json_ts_1.parsed)((0, base64_ts_1.fromBase64)((0, left_behind_ts_1.cookieNamed)(cookie, '__kla_id')));
    const anonymousId = typeof cid === 'string' && UUID.test((0, base64_ts_1.fromBase64)(cid)) ? cid : undefined;
    const followed = ours(parameter('_kx'));
    const remembered = ours($exchange_id) ?? ours((0, base64_ts_1.fromBase64)((0, left_behind_ts_1.decoded)(stored('_kx'))));
    return {
        ...(anonymousId && { anonymousId }),
        ...(followed && { followed }),
        ...(remembered && { remembered }),
    };
};
exports.klaviyoVisitor = klaviyoVisitor;
/** Tells whether the visitor has told Klaviyo to stop. */
const hasOptedOut = (cookie) => /(^|; *)__kla_off=true(;|$)/.test(cookie);
exports.hasOptedOut = hasOptedOut;
exports.adoption = {
    visitor: exports.klaviyoVisitor,
    tokenName: '_kx',
    hasOptedOut: (_, { cookie }) => (0, exports.hasOptedOut)(cookie),
};
