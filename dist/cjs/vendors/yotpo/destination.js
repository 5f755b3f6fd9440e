"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.yotpo = void 0;
const holding_ts_1 = require("../../core/holding.js");
const options_ts_1 = require("../../core/options.js");
const relayed_ts_1 = require("../relayed.js");
/**
 * Yotpo's customer events, through the site's relay, which holds the store's private access.
 *
 * It takes no events of nobody: those without a user id, an address or a phone number wait until there is one.
 *
 * Not verified against the live service: Yotpo closed the product behind it, SMS & Email, at the end of 2025.
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
