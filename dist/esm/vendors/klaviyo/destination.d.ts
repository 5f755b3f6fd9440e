import type { Destination } from '../../core/destination.ts';
/**
 * The API revision that sendoff speaks: the newest whose schema its requests are held against (klaviyo/openapi, `info.version`,
 * July 2026), and the one of Klaviyo's own library (npm `klaviyo-api` 23.0.0). "Each revision is supported for 2 years"
 * (developers.klaviyo.com, "Changelog"): to July 2028; then it falls forward. `2026-10-15` is current: its schema was not read,
 * and what was read of its changelog concerns none of these requests.
 */
export declare const KLAVIYO_REVISION = "2026-07-15";
export interface KlaviyoOptions {
    /** The public API key, also called site id: six letters or digits. */
    readonly companyId: string | undefined;
    /**
     * Replaces the vendor's origin: a first-party proxy, a test server.
     * @default 'https://a.klaviyo.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Klaviyo's client API, which needs nothing but the public site id.
 *
 * Up to 1,000 events of one profile go in one `event-bulk-create`. A repeated `unique_id` may fail a whole bulk
 * request, but is harmless at `/client/events`: so everything that Klaviyo may have seen before goes there, alone.
 * @throws {TypeError} when `companyId` is not a public key.
 * @example
 * createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 */
export declare const klaviyo: (options: KlaviyoOptions) => Destination;
