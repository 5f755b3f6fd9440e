import type { TrackedEvent } from './event.ts';
import type { Outcome } from './outcome.ts';
/** One request with the events that it carries: the first ones of the events that were given to `encode`. */
export interface Part {
    readonly url: string;
    /** The headers of the request; left out where the vendor takes a request that needs no preflight. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string;
    readonly events: readonly TrackedEvent[];
    /** Sentences about the values that were cut to keep the vendor's limits; the tracker tells each sentence once. */
    readonly told?: readonly string[];
    /** The reason why there is no request: `encode` has thrown. */
    readonly error?: string;
    /**
     * The request's share of the vendor's rate limit: the milliseconds that lie between such requests in the long run.
     */
    readonly costMs: number;
}
export interface VendorResponse {
    readonly status: number;
    readonly body: string;
    /** The wait in milliseconds that the vendor asks for; undefined where a script of another origin may not read it. */
    readonly retryAfterMs?: number | undefined;
}
/** What `release` needs of a transaction over the queue's records. */
export interface Records {
    get(key: string): Promise<string | undefined>;
    keys(prefix: string): Promise<readonly string[]>;
    put(key: string, value: string): void;
    remove(key: string): void;
}
/** For a vendor that knows no anonymous visitors: their events wait in the queue until the visitor is identified. */
export interface Holding {
    /**
     * Returns the key under which these events of one person are held. It returns nothing where the vendor takes them:
     * then they lie at `key`.
     */
    heldKeyOf(chunk: {
        readonly key: string;
        readonly json: string;
    }): string | undefined;
    /**
     * Moves the held events of the people in `events`, who are identified, and the held events that are too old, to the
     * new ones: there the old ones expire.
     * @param queue is the queue that the records belong to.
     * @param oldest is the time, in milliseconds since 1970, before which events expire.
     * @returns whether the queue must be looked at again.
     */
    release(records: Records, queue: string, events: readonly TrackedEvent[], oldest: number): Promise<boolean>;
}
/** One vendor: pure functions that turn events into requests and responses into outcomes. */
export interface Destination extends Partial<Holding> {
    readonly name: string;
    /**
     * The vendor's account that the requests are for: a public key, a token, or an address. Events that were tracked for
     * one account are never sent to another.
     */
    readonly account: string;
    /**
     * The name of a required option that was left out, as when an environment variable is not set. Nothing can be sent
     * without it.
     * @default none
     */
    readonly missing?: string | undefined;
    /**
     * Whether the requests go to the vendor itself, because no `endpoint` was given: a test must not do so.
     * @default false
     */
    readonly live?: boolean;
    /**
     * The options that the destination was made with, as far as JSON can hold them: the site's service worker makes the
     * same destination from them. Without them, pages alone deliver.
     */
    readonly options?: object;
    readonly limits: {
        /** Most events in one request. */
        readonly events: number;
        /** Most bytes in the body of one request. */
        readonly bytes: number;
        /**
         * The requests that may follow each other at once after a pause, as the sum of their `Part.costMs`, in
         * milliseconds.
         */
        readonly burstMs: number;
        /**
         * For a vendor whose limit all visitors of a site share: a browser that is refused twice pauses for this many
         * milliseconds, so that the others are served. A browser that was told no time to wait tries again within this
         * time.
         * @default 0
         */
        readonly crowdMs?: number;
        /**
         * Most events in a `resend`, where these are fewer than `events`; no more are read for it.
         * @default events
         */
        readonly resent?: number;
        /**
         * How many bytes of a request each byte of a stored event may become. The last request of a page carries so much
         * less.
         * @default 1
         */
        readonly swell?: number;
        /**
         * Age in days from which the vendor takes no event any more: older events expire, whatever the site's `maxAgeDays`.
         * @default none
         */
        readonly maxAgeDays?: number;
    };
    /**
     * Whether an event that was never answered for counts as delivered; for a vendor that cannot recognise a repeat.
     * @default false
     */
    readonly assumeDelivered?: boolean;
    /**
     * Whether one request may carry events of several types and people; then `encode` is given mixed events.
     * @default false
     */
    readonly mixes?: boolean;
    /**
     * Makes a request with the first of these events and as many more as may go with it. The events are of one type and
     * one person, unless the destination `mixes`. The function is pure: a resend of an event says the same as its first
     * attempt.
     *
     * `resend` follows an attempt that was never answered. `alone` is a first attempt while the vendor refuses many: it
     * carries one event, where the vendor limits such requests separately. `now`, in milliseconds since 1970, is for
     * vendors that want to be told that an event is late; nothing by which a vendor recognises a repeat may depend on it.
     * Without `now`, the time of the last event counts.
     */
    encode(events: readonly TrackedEvent[], attempt: 'first' | 'resend' | 'alone', now?: number): Part;
    /** Returns one outcome for each event of the part, in order, for any status and any body. It never throws. */
    interpret(events: readonly TrackedEvent[], response: VendorResponse): readonly Outcome[];
}
