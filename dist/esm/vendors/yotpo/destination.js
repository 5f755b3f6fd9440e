import { holding } from "../../core/holding.js";
import { own } from "../../core/options.js";
import { toRelay } from "../relayed.js";
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
export const yotpo = (options) => {
    const { relay: url, writeKey, ...others } = own(options);
    return {
        ...toRelay({ name: 'yotpo', destination: 'yotpo', url, option: 'relay', writeKey, events: 50, others }),
        ...holding(({ userId, email, phone }) => userId ?? email ?? phone),
    };
};
