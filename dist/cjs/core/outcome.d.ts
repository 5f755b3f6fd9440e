/** The identifiers that a vendor may refuse while it takes the person. */
export type Identifier = 'email' | 'phone';
/** The reasons why an event stays in the queue. */
export type RetryReason = 
/** No answer came, or an answer of a gateway that knows of none: the vendor may have the event or not. */
'unanswered'
/** The browser says that it is offline, and the request failed: the vendor does not have the event. */
 | 'offline'
/** The vendor has answered 429: too many requests, of all the account's visitors together. */
 | 'limited'
/** The vendor has answered with a status from 500 to 599. */
 | 'busy'
/** The key is wrong or a permission is missing: the destination is paused. */
 | 'paused'
/** The event was refused together with others, and none of them is known to be the cause. */
 | 'together'
/**
 * The event was refused together with others, as the cause: it is sent alone, and the vendor's answer to that is
 * final.
 */
 | 'alone'
/** The person's e-mail address or phone number was refused: the event is sent again without it. */
 | 'identifier';
/** The reasons why an event will never be delivered. */
export type DropReason = 'refused' | 'expired' | 'evicted' | 'unreadable' | 'invalid' | 'too-large'
/** The event's requests, the last ones with this event alone, had no answer, while other requests had one. */
 | 'never-answered'
/** The visitor has refused consent, or asked for erasure. */
 | 'consent'
/** The site's own `before` has dropped the event. */
 | 'filtered';
export type Outcome = {
    readonly type: 'delivered';
    readonly reason?: never;
    readonly identifier?: never;
    readonly detail?: never;
    readonly afterMs?: never;
} | {
    readonly type: 'retry';
    readonly reason: RetryReason;
    /** The refused identifier, where the reason is `identifier`. */
    readonly identifier?: Identifier | undefined;
    readonly detail?: string | undefined;
    readonly afterMs?: number | undefined;
} | {
    readonly type: 'dropped';
    readonly reason: DropReason;
    readonly identifier?: never;
    readonly detail?: string | undefined;
    readonly afterMs?: never;
};
/**
 * Returns what an HTTP status means for a whole request that the vendor has not accepted. It returns nothing where the
 * request was refused, because the destination may know which event is the cause. A success that is not the vendor's
 * own word comes from a proxy, a login page or a service worker; a redirect comes from no vendor.
 */
export declare const failureOf: (status: number, afterMs?: number) => Outcome | undefined;
/** Returns what an HTTP status means, as `failureOf` does, for a vendor whose every success is its own word. */
export declare const outcomeOfStatus: (status: number, afterMs?: number) => Outcome | undefined;
/** Cuts a vendor's words to the length that is stored with a dead letter or a pause. */
export declare const wordsOf: (text: string) => string;
/** Returns the outcomes of a refusal that names no event: the cause is found when it is refused alone. */
export declare const refusalOf: (events: readonly unknown[], words: string) => Outcome;
/** Tells whether no answer came for any of these events. */
export declare const isUnanswered: (outcomes: readonly Outcome[]) => boolean;
