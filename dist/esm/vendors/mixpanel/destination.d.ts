import type { Destination } from '../../core/destination.ts';
export interface MixpanelOptions {
    /**
     * The project's token, 32 hexadecimal digits. The project's secret has the same form, so no script can tell them
     * apart. Without a token the destination does not start.
     */
    readonly key: string | undefined;
    /**
     * The origin of the vendor's region (`https://api-eu.mixpanel.com`), of a first-party proxy, or of a test server.
     * @default 'https://api-js.mixpanel.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Sends events to Mixpanel's `/track`, and traits of a person to `/engage`: both take the project's public token.
 *
 * Up to 1,000 events go in one request, without a preflight: it is a form, as the vendor's own library sends it. The
 * vendor recognises repeats by `$insert_id` with name, person and time. It refuses events that are older than five
 * days, so they are not sent. `Viewed Page` is sent as `$mp_web_page_view`. Source: docs.mixpanel.com, "Track events"
 * and "Import events".
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [mixpanel({ key: '0123…' })] })
 */
export declare const mixpanel: (options: MixpanelOptions) => Destination;
