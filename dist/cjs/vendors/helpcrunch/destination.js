"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.helpcrunch = void 0;
const holding_ts_1 = require("../../core/holding.js");
const options_ts_1 = require("../../core/options.js");
const relayed_ts_1 = require("../relayed.js");
/**
 * Sends HelpCrunch's customer events through the site's relay, which holds the private key.
 *
 * HelpCrunch takes one event a request, and 120 requests a minute for the whole account: so batches are small. It knows
 * no anonymous visitors: events without a user id or an e-mail address wait until there is one. Source:
 * docs.helpcrunch.com, "REST API v1", "Add customer event".
 * @throws {TypeError} when `relay` is empty, or for an option that is not listed here, such as a key.
 * @example
 * createTracker({ destinations: [helpcrunch({ relay: '/sendoff', writeKey: 'shop' })] })
 */
const helpcrunch = (options) => {
    const { relay: url, writeKey, ...others } = (0, options_ts_1.own)(options);
    return {
        ...(0, relayed_ts_1.toRelay)({
            name: 'helpcrunch',
            destination: 'helpcrunch',
            url,
            option: 'relay',
            writeKey,
            events: 50,
            others,
        }),
        ...(0, holding_ts_1.holding)(({ userId, email }) => userId ?? email),
    };
};
exports.helpcrunch = helpcrunch;
