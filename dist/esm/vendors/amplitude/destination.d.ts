import type { Destination } from '../../core/destination.ts';
export interface AmplitudeOptions {
    /** The project's API key, 32 hex digits. The secret key looks alike: no script can tell them apart. */
    readonly key: string | undefined;
    /**
     * The region's origin (`https://api.eu.amplitude.com`), a first-party proxy, a test server.
     * @default 'https://api2.amplitude.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Amplitude's HTTP V2 API, or for more than 30 events at a time its batch API: both take the project's public key.
 *
 * The vendor recognises repeats by device and `insert_id` for seven days; it names by index the events that it does not
 * take. `Viewed Page` is its `[Amplitude] Page Viewed`.
 * @throws {TypeError} when an option is malformed or unknown.
 * @example
 * createTracker({ destinations: [amplitude({ key: '0123…' })] })
 */
export declare const amplitude: (options: AmplitudeOptions) => Destination;
