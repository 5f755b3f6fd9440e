import type { Destination } from '../../core/destination.ts';
export interface AmplitudeOptions {
    /**
     * The project's API key, 32 hexadecimal digits. The secret key has the same form, so no script can tell them apart.
     * Without a key the destination does not start.
     */
    readonly key: string | undefined;
    /**
     * The origin of the vendor's region (`https://api.eu.amplitude.com`), of a first-party proxy, or of a test server.
     * @default 'https://api2.amplitude.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Sends events to Amplitude's HTTP V2 API, or for more than 30 events at a time to its batch API: both take the
 * project's public key.
 *
 * The vendor recognises repeats by device and `insert_id` for seven days, and names the events that it does not take by
 * their index. `Viewed Page` is sent as `[Amplitude] Page Viewed`. Source: amplitude.com/docs, "HTTP V2 API" and "Batch
 * event upload".
 * @throws {TypeError} when an option is malformed or unknown.
 * @example
 * createTracker({ destinations: [amplitude({ key: '0123…' })] })
 */
export declare const amplitude: (options: AmplitudeOptions) => Destination;
