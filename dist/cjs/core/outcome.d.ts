/** The identifiers that a vendor may refuse while it takes the person. */
export type Identifier = 'email' | 'phone';
/** Why an event stays in the queue. */
export type RetryReason = 
/** No answer came, or a gateway's that knows of none: the vendor may have the event or not. */
'unanswered'
/** The browser says that it is offline, and the request failed: the vendor does not have the event. */
 | 'offline'
/** 429: too many requests, of all the account's visitors together. */
 | 'limited'
/** 5xx. */
 | 'busy'
/** Wrong key or missing permission: the destination is paused. */
 | 'paused'
/** Refused together with others, none of which is known to be guilty. */
 | 'together'
/** Refused together with others, as the guilty one: the vendor has the last word when it comes alone. */
 | 'alone'
/** Refused for the person's e-mail address or phone number: the event goes again without it. */
 | 'identifier';
/** Why an event will never be delivered. */
export type DropReason = 'refused' | 'expired' | 'evicted' | 'unreadable' | 'invalid' | 'too-large'
/** Its requests, it alone in the last ones, had no answer, while others had. */
 | 'never-answered'
/** The visitor has refused, or asked for erasure. */
 | 'consent'
/** The site's own `before` has dropped it. */
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
 * What an HTTP status means for a whole request that the vendor has not accepted; nothing where it was refused, for the
 * destination may know the guilty event. A success that is not the vendor's own word is a proxy's, a login page's, a
 * service worker's; and a redirect is nobody's.
 */
export declare const failureOf: (status: number, afterMs?: number) => Outcome | undefined;
/** The same, where every success is the vendor's word. */
export declare const outcomeOfStatus: (status: number, afterMs?: number) => Outcome | undefined;
/** The longest detail that is stored of a vendor's words, with a dead letter or a pause. */
export declare const wordsOf: (text: string) => string;
/** What a refusal that names no event means for each of these: the guilty one is found when it is refused alone. */
export declare const refusalOf: (events: readonly unknown[], words: string) => Outcome;
/** Whether nobody has said anything about these events. */
export declare const isUnanswered: (outcomes: readonly Outcome[]) => boolean;
