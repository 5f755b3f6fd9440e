import type { Destination } from '../../core/destination.ts';
export interface CrowdpowerOptions {
    /** The public key of the project: `pk_` and 64 hexadecimal digits. Without it the destination does not start. */
    readonly key: string | undefined;
    /**
     * The origin of a first-party proxy or a test server, in place of the vendor's.
     * @default 'https://beacon.crowdpower.io'
     */
    readonly endpoint?: string | undefined;
    /**
     * What happens when a request was sent and no answer came. Crowdpower does not recognise repeats: `resend` may count
     * an event twice, `assume-delivered` may lose one.
     * @default 'resend'
     */
    readonly unanswered?: 'resend' | 'assume-delivered' | undefined;
}
/**
 * Sends events to Crowdpower's Beacon API, which takes the project's public key.
 *
 * Up to 50 events of one person go in one `/events/bulk`; `identify` goes to `/customers`. Every event carries its id
 * as the property `event_id`, by which a site can find repeats later: the vendor itself does not look for them.
 *
 * The vendor knows no anonymous visitors: events without a user id or an e-mail address wait until there is one.
 * Source: docs.crowdpower.io, "Events" and "Customers".
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [crowdpower({ key: 'pk_…' })] })
 */
export declare const crowdpower: (options: CrowdpowerOptions) => Destination;
