import { holding } from "../../core/holding.js";
import { own } from "../../core/options.js";
import { toRelay } from "../relayed.js";
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
export const yotpo = (options) => {
    const { relay: url, writeKey, ...others } = own(options);
    return {
        ...toRelay({ name: 'yotpo', destination: 'yotpo', url, option: 'relay', writeKey, events: 50, others }),
        ...holding(({ userId, email, phone }) => userId ?? email ?? phone),
    };
};
