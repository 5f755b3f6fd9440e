import { holding } from "../../core/holding.js";
import { own } from "../../core/options.js";
import { toRelay } from "../relayed.js";
/**
 * HelpCrunch's customer events, through the site's relay, which holds the private key.
 *
 * HelpCrunch takes one event a request, 120 a minute for the whole account: batches are small. It knows no anonymous
 * visitors: events without a user id or an address wait until there is one.
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
