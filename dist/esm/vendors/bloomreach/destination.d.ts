import type { Destination } from '../../core/destination.ts';
export interface BloomreachOptions {
    /** The project's id, a UUID. Without it the destination does not start. */
    readonly projectToken: string | undefined;
    /**
     * The public API token of the project: 64 characters of 0-9 and a-z. Its group needs the permission "Events > Set".
     * Without it the destination does not start.
     */
    readonly key: string | undefined;
    /**
     * The base URL of the instance, for example `https://api-eu.exponea.com`, of a first-party proxy, or of a test
     * server.
     * @default 'https://api.exponea.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Sends events to Bloomreach Engagement's tracking API, which needs only the project's public token.
 *
 * Up to 50 commands, of any types and people, go in one `/batch`. The vendor removes repeats by customer, type,
 * timestamp and properties (docs, "Imports technical reference"), all of which are frozen: a resend is harmless.
 *
 * The token goes as `access_token` in the URL, which the vendor offers for callers that set no headers ("Technical
 * information"): so the preflight asks for `content-type` alone. A request without any preflight would have to call its
 * JSON `text/plain`, and no page of the vendor says that such a request is read.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [bloomreach({ projectToken: '8f14e45f-…', key: 'public token' })] })
 */
export declare const bloomreach: (options: BloomreachOptions) => Destination;
