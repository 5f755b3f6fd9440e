import type { Destination } from '../../core/destination.ts';
export interface CrowdpowerOptions {
    /** The public key of the project: `pk_` and 64 hex digits. */
    readonly key: string | undefined;
    /**
     * Replaces the vendor's origin: a first-party proxy, a test server.
     * @default 'https://beacon.crowdpower.io'
     */
    readonly endpoint?: string | undefined;
    /**
     * What to do when a request was sent and no answer came. Crowdpower does not recognise repeats: `resend` may count
     * an event twice, `assume-delivered` may lose one.
     * @default 'resend'
     */
    readonly unanswered?: 'resend' | 'assume-delivered' | undefined;
}
/**
 * Crowdpower's Beacon API, which takes the project's public key.
 *
 * Up to 50 events of one person go in one `/events/bulk`; `identify` goes to `/customers`. Every event carries its
 * id as the property `event_id`, by which repeats can be found later: the vendor itself does not look for them.
 *
 * The vendor knows no anonymous visitors: events without a user id or an address wait until there is one.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [crowdpower({ key: 'pk_…' })] })
 */
export declare const crowdpower: (options: CrowdpowerOptions) => Destination;
