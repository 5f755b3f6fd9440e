import type { Destination } from '../../core/destination.ts';
/**
 * The API revision that sendoff uses: the newest whose schema its requests are tested against (klaviyo/openapi,
 * `info.version`, July 2026), and the one of Klaviyo's own library (npm `klaviyo-api` 23.0.0). "Each revision is
 * supported for 2 years" (developers.klaviyo.com, "Changelog"): until July 2028; then it falls forward. `2026-10-15` is
 * current: its schema was not read, and the parts of its changelog that were read concern none of these requests.
 */
export declare const KLAVIYO_REVISION = "2026-07-15";
export interface KlaviyoOptions {
    /** The public API key, also called site id: six letters or digits. Without it the destination does not start. */
    readonly companyId: string | undefined;
    /**
     * The origin of a first-party proxy or a test server, in place of the vendor's.
     * @default 'https://a.klaviyo.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Sends events to Klaviyo's client API, which needs only the public site id.
 *
 * Up to 1,000 events of one profile go in one `event-bulk-create`. A repeated `unique_id` may fail a whole bulk
 * request, but is harmless at `/client/events`: so every event that Klaviyo may have seen before goes there, alone.
 * Source: developers.klaviyo.com, "Create Client Event" and "Bulk Create Client Events".
 * @throws {TypeError} when `companyId` is not a public key, or another option is malformed or unknown.
 * @example
 * createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 */
export declare const klaviyo: (options: KlaviyoOptions) => Destination;
