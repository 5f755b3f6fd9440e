import type { Destination } from '../../core/destination.ts';
export interface YotpoOptions {
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
export declare const yotpo: (options: YotpoOptions) => Destination;
