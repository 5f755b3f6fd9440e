"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.posthogVisitor = void 0;
const json_ts_1 = require("../../core/json.js");
const left_behind_ts_1 = require("../left-behind.js");
/**
 * Returns the visitor whom posthog-js knows: `distinct_id` of the JSON in `ph_<token>_posthog`, in localStorage, which
 * counts first, and in a cookie. A visitor whom that library has identified is not adopted: then `distinct_id` is the
 * user's own id, and `$device_id` may be that of an earlier user of the browser, because it outlives a `reset()`.
 * Source: npm `posthog-js` 1.449.2, `posthog-persistence`, `storage`, `posthog-core`.
 */
const posthogVisitor = (key, { cookie, stored }) => {
    const place = `ph_${key}_posthog`;
    const { distinct_id, $user_state } = {
        ...(0, json_ts_1.parsed)((0, left_behind_ts_1.cookieNamed)(cookie, place)),
        ...(0, json_ts_1.parsed)((0, left_behind_ts_1.bounded)(stored(place))),
    };
    const anonymousId = $user_state === 'identified' ? undefined : (0, left_behind_ts_1.idIn)(distinct_id);
    return anonymousId ? { anonymousId } : {};
};
exports.posthogVisitor = posthogVisitor;
exports.adoption = {
    visitor: exports.posthogVisitor,
    // The library writes `0`, in localStorage unless the site wanted a cookie. Source: `consent` of the same library.
    hasOptedOut: (key, { cookie, stored }) => {
        const place = `__ph_opt_in_out_${key}`;
        return (0, left_behind_ts_1.isNo)(stored(place)) || (0, left_behind_ts_1.isNo)((0, left_behind_ts_1.cookieNamed)(cookie, place));
    },
};
