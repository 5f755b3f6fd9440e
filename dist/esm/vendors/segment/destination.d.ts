import type { Destination } from '../../core/destination.ts';
export interface SegmentOptions {
    /** The public write key of a source for browsers. Without it the destination does not start. */
    readonly writeKey: string | undefined;
    /**
     * The origin of another service with this protocol: RudderStack's data plane, `https://cdp.customer.io`, a region of
     * Segment (`https://events.eu1.segmentapis.com`), or a first-party proxy. A wrong region accepts events and loses
     * them.
     * @default 'https://api.segment.io'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Sends events by Segment's tracking protocol (`/v1/batch`), which RudderStack, Customer.io and others take, too.
 *
 * Up to 500 events, of any types and people, go in one request. `messageId` is the event's id, by which the vendor
 * removes repeats; RudderStack does so where that is switched on. `Viewed Page` is sent as `page`. Source:
 * segment.com/docs, "HTTP API".
 * @throws {TypeError} when an option is malformed, unknown, or a private token.
 * @example
 * createTracker({ destinations: [segment({ writeKey: 'write key' })] })
 */
export declare const segment: (options: SegmentOptions) => Destination;
