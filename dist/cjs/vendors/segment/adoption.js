"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.segmentVisitor = void 0;
const left_behind_ts_1 = require("../left-behind.js");
const PLACE = 'ajs_anonymous_id';
/** Removes the quotation marks: older versions of the library wrote JSON into the cookie, too. */
const unquoted = (text) => /^"(.*)"$/.exec(text)?.[1] ?? text;
/**
 * Returns the visitor whom analytics.js knows: `ajs_anonymous_id` in a cookie and, as JSON, in localStorage. Where the
 * two differ, the cookie counts, because other subdomains can write it. The id belongs to no particular account.
 * `ajs_user_id` is ignored, because the site says who is logged in. The library has no opt-out of its own. Source: npm
 * `@segment/analytics-next` 1.84.3, `core/user` and `core/storage`.
 */
const segmentVisitor = ({ cookie, stored }) => {
    const anonymousId = (0, left_behind_ts_1.idIn)(unquoted((0, left_behind_ts_1.cookieNamed)(cookie, PLACE))) ?? (0, left_behind_ts_1.idIn)(unquoted((0, left_behind_ts_1.bounded)(stored(PLACE))));
    return anonymousId ? { anonymousId } : {};
};
exports.segmentVisitor = segmentVisitor;
exports.adoption = {
    visitor: (_, traces) => (0, exports.segmentVisitor)(traces),
};
