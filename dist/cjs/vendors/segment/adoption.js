"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.segmentVisitor = void 0;
const left_behind_ts_1 = require("../left-behind.js");
const PLACE = 'ajs_anonymous_id';
/** The library's older versions wrote JSON into the cookie, too. */
const unquoted = (text) => /^"(.*)"$/.exec(text)?.[1] ?? text;
/**
 * The visitor whom analytics.js knows: `ajs_anonymous_id` in a cookie and, as JSON, in localStorage; where the two differ
 * the cookie counts, which other subdomains can write. It is of no account in particular. `ajs_user_id` is left alone:
 * who is logged in, the site says. The library has no opt-out of its own.
 * Source: npm `@segment/analytics-next` 1.84.3, `core/user` and `core/storage`.
 */
const segmentVisitor = ({ cookie, stored }) => {
    const anonymousId = (0, left_behind_ts_1.idIn)(unquoted((0, left_behind_ts_1.cookieNamed)(cookie, PLACE))) ?? (0, left_behind_ts_1.idIn)(unquoted((0, left_behind_ts_1.bounded)(stored(PLACE))));
    return anonymousId ? { anonymousId } : {};
};
exports.segmentVisitor = segmentVisitor;
exports.adoption = {
    visitor: (_, traces) => (0, exports.segmentVisitor)(traces),
};
