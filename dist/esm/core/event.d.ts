/** The person of an event, as known when the event was tracked. */
export interface Identity {
    readonly anonymousId: string;
    userId?: string;
    email?: string;
    /** The phone number in E.164. */
    phone?: string;
    /**
     * The ids that vendors themselves have for this person, by the vendor's own name for the id. They may belong to
     * somebody else.
     */
    [token: `_${string}`]: string | undefined;
}
export type Properties = Readonly<Record<string, unknown>>;
/**
 * One event as it is stored and sent. Nothing in it changes after `track()`, because what a vendor deduplicates on must
 * be the same in every attempt.
 */
export interface TrackedEvent {
    /** The event's id, a UUIDv7: the queue's order and the event's age come from it. */
    readonly id: string;
    readonly type: 'track' | 'identify';
    readonly name: string;
    /** When the event happened, in milliseconds since 1970. */
    readonly time: number;
    /** The properties of the event; for `identify`, the traits. */
    readonly properties: Properties;
    readonly identity: Identity;
    /** The site's own id for this event (`options.id`); the vendor deduplicates on it instead of `id`. */
    readonly uniqueId?: string;
}
/** An event on its way to the queue. `track()` has made its JSON, so later changes by the page do not reach it. */
export interface FrozenEvent {
    readonly id: string;
    readonly json: string;
    /** Events of the same group may share a request: they have the same type and the same person. */
    readonly group: string;
}
/** The range of a `Date` (ECMAScript, section 21.4.1.1), in milliseconds either side of 1970. */
export declare const LAST_DATE = 8640000000000000;
