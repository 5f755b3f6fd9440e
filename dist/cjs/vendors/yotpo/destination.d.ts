import type { Destination } from '../../core/destination.ts';
export interface YotpoOptions {
    /** Where the site's relay listens: a path of the page's own origin, or an address. */
    readonly relay: string | undefined;
    /** One of the relay's write keys, readable by everybody. */
    readonly writeKey?: string | undefined;
}
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
export declare const yotpo: (options: YotpoOptions) => Destination;
