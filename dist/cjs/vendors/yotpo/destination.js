"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.yotpo = void 0;
const holding_ts_1 = require("../../core/holding.js");
const options_ts_1 = require("../../core/options.js");
const relayed_ts_1 = require("../relayed.js");
/**
 * Sends Yotpo's customer events through the site's relay, which holds the store's private access.
 *
 * The vendor knows no anonymous visitors: events without a user id, an e-mail address or a phone number wait until
 * there is one.
 *
 * The destination is not verified against the live service: Yotpo closed the product behind it, SMS & Email, at the end
 * of 2025. Source: core-api.yotpo.com/reference, "Create or update custom customer event".
 * @throws {TypeError} when `relay` is empty, or for an option that is not listed here, such as a key.
 * @example
 * createTracker({ destinations: [yotpo({ relay: '/sendoff', writeKey: 'shop' })] })
 */
const yotpo = (options) => {
    const { relay: url, writeKey, ...others } = (0, options_ts_1.own)(options);
    return {
        ...(0, relayed_ts_1.toRelay)({ name: 'yotpo', destination: 'yotpo', url, option: 'relay', writeKey, events: 50, others }),
        ...(0, holding_ts_1.holding)(({ userId, email, phone }) => userId ?? email ?? phone),
    };
};
exports.yotpo = yotpo;
