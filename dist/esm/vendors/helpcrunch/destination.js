import { holding } from "../../core/holding.js";
import { own } from "../../core/options.js";
import { toRelay } from "../relayed.js";
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
export const helpcrunch = (options) => {
    const { relay: url, writeKey, ...others } = own(options);
    return {
        ...toRelay({
            name: 'helpcrunch',
            destination: 'helpcrunch',
            url,
            option: 'relay',
            writeKey,
            events: 50,
            others,
        }),
        ...holding(({ userId, email }) => userId ?? email),
    };
};
