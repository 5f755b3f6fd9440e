"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.adoption = exports.amplitudeVisitor = void 0;
const json_ts_1 = require("../../core/json.js");
const base64_ts_1 = require("../base64.js");
const left_behind_ts_1 = require("../left-behind.js");
/**
 * Reads `AMP_` and the first ten characters of the key: a cookie with base64 of encoded JSON, or the JSON in
 * localStorage.
 */
const kept = (key, { cookie, stored }) => {
    const place = `AMP_${key.slice(0, 10)}`;
    return {
        ...(0, json_ts_1.parsed)((0, left_behind_ts_1.bounded)(stored(place))),
        ...(0, json_ts_1.parsed)((0, left_behind_ts_1.decoded)((0, base64_ts_1.fromBase64)((0, left_behind_ts_1.cookieNamed)(cookie, place)))),
    };
};
/**
 * Returns the device that Amplitude's own library knows. Its `userId` is ignored, because the site says who is logged
 * in. Source: npm `@amplitude/analytics-browser` 2.48.1 and `@amplitude/analytics-core`, `cookie-name` and
 * `storage/cookie`.
 */
const amplitudeVisitor = (key, traces) => {
    const anonymousId = (0, left_behind_ts_1.idIn)(kept(key, traces).deviceId);
    return anonymousId ? { anonymousId } : {};
};
exports.amplitudeVisitor = amplitudeVisitor;
exports.adoption = {
    visitor: exports.amplitudeVisitor,
    hasOptedOut: (key, traces) => kept(key, traces).optOut === true,
};
