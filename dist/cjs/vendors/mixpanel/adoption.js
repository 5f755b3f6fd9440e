"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.mixpanelVisitor = void 0;
const json_ts_1 = require("../../core/json.js");
const left_behind_ts_1 = require("../left-behind.js");
/**
 * Returns the device that mixpanel-browser knows: `$device_id` of the JSON in `mp_<token>_mixpanel`, a cookie or
 * localStorage, as the site has chosen. The id is sent as that library sends it, `$device:<id>`, before a visitor is
 * identified and for the merging afterwards. An entry without `$device_id` is of a version that could not merge, and is
 * ignored. Source: npm `mixpanel-browser` 2.83.0, `mixpanel-persistence` and `mixpanel-core`.
 */
const mixpanelVisitor = (token, { cookie, stored }) => {
    const place = `mp_${token}_mixpanel`;
    const { $device_id } = {
        ...(0, json_ts_1.parsed)((0, left_behind_ts_1.bounded)(stored(place))),
        ...(0, json_ts_1.parsed)((0, left_behind_ts_1.cookieNamed)(cookie, place)),
    };
    const anonymousId = (0, left_behind_ts_1.idIn)($device_id);
    return anonymousId ? { anonymousId } : {};
};
exports.mixpanelVisitor = mixpanelVisitor;
exports.adoption = {
    visitor: exports.mixpanelVisitor,
    // The library writes `0`, in localStorage unless the site wanted a cookie. Source: `gdpr-utils` of the same library.
    hasOptedOut: (token, { cookie, stored }) => {
        const place = `__mp_opt_in_out_${token}`;
        return (0, left_behind_ts_1.isNo)(stored(place)) || (0, left_behind_ts_1.isNo)((0, left_behind_ts_1.cookieNamed)(cookie, place));
    },
};
