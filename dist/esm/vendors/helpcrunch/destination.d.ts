import type { Destination } from '../../core/destination.ts';
export interface HelpCrunchOptions {
    /** Where the site's relay listens: a path of the page's own origin, or an address. */
    readonly relay: string | undefined;
    /** One of the relay's write keys, readable by everybody. */
    readonly writeKey?: string | undefined;
}
/**
 * HelpCrunch's customer events, through the site's relay, which holds the private key.
 *
 * HelpCrunch takes one event a request, 120 a minute for the whole account: batches are small. It knows no anonymous
 * visitors: events without a user id or an address wait until there is one.
 * @throws {TypeError} when `relay` is empty, or for an option that is not listed here, such as a key.
 * @example
 * createTracker({ destinations: [helpcrunch({ relay: '/sendoff', writeKey: 'shop' })] })
 */
export declare const helpcrunch: (options: HelpCrunchOptions) => Destination;
