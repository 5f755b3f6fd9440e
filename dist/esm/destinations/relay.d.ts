import { type Outcome } from '../core/outcome.ts';
/** The body of a request to a relay, or to a site's own collector. Sent as text/plain, which needs no preflight. */
export interface RelayBatch<Event> {
    /** The vendor that the relay is to call. */
    readonly destination?: string | undefined;
    /** Public: it tells a page of the site from a stray request, and protects nothing. */
    readonly writeKey?: string | undefined;
    readonly events: readonly Event[];
}
/** The answer: what has become of each event. One that is not named stays in the queue. */
export interface RelayAnswer {
    readonly outcomes: readonly ({
        readonly id: string;
    } & Outcome)[];
}
/** A write key without its signature, which changes from page to page: it is the same account. */
export declare const unsignedKey: (writeKey?: string) => string;
/** The most that one request may hold; the relay refuses more. */
export declare const RELAY_EVENTS = 1000;
export declare const RELAY_BYTES = 1000000;
export interface RelayTarget {
    readonly name: string;
    readonly url: string | undefined;
    /** The option that `url` came from, for the error. */
    readonly option: string;
    readonly destination?: string;
    readonly writeKey?: string | undefined;
    /** Events in one request. */
    readonly events: number;
    /** What else the page has given, which must be nothing. */
    readonly others: object;
}
/**
 * A destination that posts its events as they are, and takes an outcome for each.
 * @throws {TypeError} for an option that it does not have: above all for a key, which belongs in the relay.
 */
export declare const toRelay: ({ name, url, option, destination, writeKey, events: most, others }: RelayTarget) => {
    name: string;
    account: string;
    missing: string | undefined;
    mixes: true;
    limits: {
        events: number;
        bytes: number;
        burstMs: number;
    };
    encode(given: readonly import("../index.ts").TrackedEvent[]): {
        url: string;
        body: string;
        events: import("../index.ts").TrackedEvent[];
        costMs: number;
    };
    interpret(events: readonly import("../index.ts").TrackedEvent[], { status, body, retryAfterMs }: import("../core/destination.ts").VendorResponse): Outcome[];
};
