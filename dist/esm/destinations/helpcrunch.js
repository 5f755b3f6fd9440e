import { toRelay } from "./relay.js";
/**
 * HelpCrunch's customer events, through the site's relay, which holds the private key.
 *
 * HelpCrunch takes one event a request, 120 a minute for the whole account: batches are small.
 * @throws {TypeError} when `relay` is missing, or for an option that is not listed here, such as a key.
 * @example
 * createTracker({ destinations: [helpcrunch({ relay: '/sendoff', writeKey: 'shop' })] })
 */
export const helpcrunch = ({ relay, writeKey, ...others }) => toRelay({
    name: 'helpcrunch',
    destination: 'helpcrunch',
    url: relay,
    option: 'relay',
    writeKey,
    events: 50,
    others,
});
