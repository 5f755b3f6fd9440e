import type { Destination } from '../../core/destination.ts';
export interface SegmentOptions {
    /** The write key of a source for browsers, which is public. */
    readonly writeKey: string | undefined;
    /**
     * Another service with this protocol: RudderStack's data plane, `https://cdp.customer.io`, a region of Segment
     * (`https://events.eu1.segmentapis.com`), a first-party proxy. A wrong region accepts and loses what it is sent.
     * @default 'https://api.segment.io'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Segment's tracking protocol (`/v1/batch`), as RudderStack, Customer.io and others speak it, too.
 *
 * Up to 500 events, of whatever types and people, go in one request. `messageId` is the event's id, by which the vendor
 * removes repeats; RudderStack does where that is switched on. `Viewed Page` is sent as `page`.
 * @throws {TypeError} when an option is malformed, unknown, or a private token.
 * @example
 * createTracker({ destinations: [segment({ writeKey: 'write key' })] })
 */
export declare const segment: (options: SegmentOptions) => Destination;
