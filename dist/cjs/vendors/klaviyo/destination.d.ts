import type { Destination } from '../../core/destination.ts';
/**
 * The API revision that sendoff speaks.
 * Source: klaviyo/openapi, `info.version`, July 2026. A revision lives two years, then falls forward.
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
