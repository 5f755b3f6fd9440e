import type { Destination } from '../../core/destination.ts';
export interface MixpanelOptions {
    /** The project's token, 32 hex digits. The project's secret looks alike: no script can tell them apart. */
    readonly key: string | undefined;
    /**
     * The region's origin (`https://api-eu.mixpanel.com`), a first-party proxy, a test server.
     * @default 'https://api-js.mixpanel.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Mixpanel's `/track`, and `/engage` for what is said of a person: both take the project's public token.
 *
 * Up to 1,000 events go in one request, without a preflight: as the vendor's own library, it sends a form. Repeats are
 * recognised by `$insert_id` with name, person and time. Events that are older than five days are refused by the vendor,
 * and not sent. `Viewed Page` is `$mp_web_page_view`.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [mixpanel({ key: '0123…' })] })
 */
export declare const mixpanel: (options: MixpanelOptions) => Destination;
