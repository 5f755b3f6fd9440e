import type { TrackedEvent } from './event.ts';
import type { Holding } from './holding.ts';
import type { Outcome } from './outcome.ts';
/** One request, and the events that it carries: the first ones of those that were given to `encode`. */
export interface Part {
    readonly url: string;
    /** Left out where the vendor takes a request that needs no preflight. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string;
    readonly events: readonly TrackedEvent[];
    /** The cuts that keep the vendor's limits: sentences, each told once. */
    readonly told?: readonly string[];
    /** Why there is no request: `encode` has thrown. */
    readonly error?: string;
    /** The request's share of the vendor's rate limit: milliseconds between such requests in the long run. */
    readonly costMs: number;
}
export interface VendorResponse {
    readonly status: number;
    readonly body: string;
    /** As far as the vendor lets a script of another origin read it. */
    readonly retryAfterMs?: number | undefined;
}
/** One vendor: pure functions from events to requests and from responses to outcomes. */
export interface Destination extends Partial<Holding> {
    readonly name: string;
    /**
     * Which of the vendor's accounts the requests are for: a public key, a token, an address. What was tracked for one
     * account is never sent to another.
     */
    readonly account: string;
    /** The option that was left out, as by an environment variable that is not set: nothing can be sent without it. */
    readonly missing?: string | undefined;
    /** Whether it speaks to the vendor itself, as no `endpoint` was given: a test must not. */
    readonly live?: boolean;
    /**
     * What it was made with, as far as JSON holds it: the site's service worker makes the same from it. Without it, pages alone
     * deliver.
     */
    readonly options?: object;
    readonly limits: {
        /** Events in one request. */
        readonly events: number;
        /** Bytes of one request's body. */
        readonly bytes: number;
        /** What requests may cost at once after a pause, in milliseconds; see `Part.costMs`. */
        readonly burstMs: number;
        /**
         * Where all visitors of a site share a limit: whoever is refused by it twice leaves it to the others for so long, in
         * milliseconds. Who was told no time tries again within it.
         * @default 0
         */
        readonly crowdMs?: number;
        /**
         * Events in a `resend`, where those are fewer: no more are read for it.
         * @default events
         */
        readonly resent?: number;
        /**
         * How many bytes of a request each byte of a stored event may become: so much less leaves with a page.
         * @default 1
         */
        readonly swell?: number;
        /**
         * Days after which the vendor takes no event any more: what is older has expired, whatever the site allows.
         * @default none
         */
        readonly maxAgeDays?: number;
    };
    /** For a vendor that cannot recognise a repeat: count what was never answered for as delivered. */
    readonly assumeDelivered?: boolean;
    /** For a vendor whose requests take events of any types and people: then `encode` is given them mixed. */
    readonly mixes?: boolean;
    /**
     * A request with the first of these events, which are of one type and one person unless the destination
     * `mixes`, and as many more as may go with it. Pure: a resend of an event says the same. `resend` follows an
     * attempt that was never answered; `alone` is a first one while the vendor refuses many: of one event, where such
     * requests have a limit of their own. `now`, in milliseconds since 1970, is for vendors that want to be told that an
     * event is late, and for nothing that they recognise a repeat by; without it, the time of the last event.
     */
    encode(events: readonly TrackedEvent[], attempt: 'first' | 'resend' | 'alone', now?: number): Part;
    /** One outcome for each event of the part, in order, for any status and any body; never throws. */
    interpret(events: readonly TrackedEvent[], response: VendorResponse): readonly Outcome[];
}
