"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.http = void 0;
const options_ts_1 = require("../../core/options.js");
const relayed_ts_1 = require("../relayed.js");
/**
 * Sends events to any endpoint that takes `{ events: [...] }` and answers `{ outcomes: [{ id, type, reason?, detail?,
 * afterMs? }] }`.
 *
 * The body is JSON, sent as `text/plain`, so that no preflight is needed. `type` is `delivered`, `retry` or `dropped`;
 * `afterMs` are the milliseconds until the next attempt. An event that a 2xx answer does not name is sent again, with
 * the same `id`: the endpoint must count each id once.
 * @throws {TypeError} when `url` is empty, or for an option that is not listed here.
 * @example
 * createTracker({ destinations: [http({ url: '/collect' })] })
 */
const http = (options) => {
    const { url, writeKey, ...others } = (0, options_ts_1.own)(options);
    return (0, relayed_ts_1.toRelay)({
        name: 'http',
        destination: undefined,
        url,
        option: 'url',
        writeKey,
        events: relayed_ts_1.RELAY_EVENTS,
        others,
    });
};
exports.http = http;
