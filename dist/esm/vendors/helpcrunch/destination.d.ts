import type { Destination } from '../../core/destination.ts';
export interface HelpCrunchOptions {
    /**
     * The address of the site's relay: a path of the page's own origin, or a URL. Without it the destination does not
     * start.
     */
    readonly relay: string | undefined;
    /**
     * One of the relay's write keys, which everybody can read.
     * @default none
     */
    readonly writeKey?: string | undefined;
}
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
export declare const helpcrunch: (options: HelpCrunchOptions) => Destination;
