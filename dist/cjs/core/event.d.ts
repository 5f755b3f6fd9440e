/** The person of an event, as known when the event was tracked. */
export interface Identity {
    readonly anonymousId: string;
    userId?: string;
    email?: string;
    /** E.164. */
    phone?: string;
    /** The ids that vendors themselves have for this person, by the vendor's own name for the id. They may name somebody else. */
    [token: `_${string}`]: string | undefined;
}
export type Properties = Readonly<Record<string, unknown>>;
/**
 * One event as it is stored and sent. Nothing in it changes after `track()`: what a vendor deduplicates on
 * must be the same in every attempt.
 */
export interface TrackedEvent {
    /** UUIDv7: the queue's order and the event's age come from it. */
    readonly id: string;
    readonly type: 'track' | 'identify';
    readonly name: string;
    /** Milliseconds since 1970. */
    readonly time: number;
    /** For `identify` these are the traits. */
    readonly properties: Properties;
    readonly identity: Identity;
    /** The site's own id for this event (`options.id`); the vendor deduplicates on it instead of `id`. */
    readonly uniqueId?: string;
}
/** An event on its way to the queue: its JSON was made by `track()`, so later changes by the page do not reach it. */
export interface FrozenEvent {
    readonly id: string;
    readonly json: string;
    /** Events of the same group may share a request: same type, same person. */
    readonly group: string;
}
/** Events of the same group may share a request. What may be a repeat, and what is about the person, goes alone. */
export declare const groupOf: ({ id, type, uniqueId, identity }: TrackedEvent) => string;
/** The range of a `Date` (ECMAScript, section 21.4.1.1), in milliseconds either side of 1970. */
export declare const LAST_DATE = 8640000000000000;
/** Tells whether something, which anybody may have stored, is an event. */
export declare const isEvent: (event: TrackedEvent | null | undefined) => boolean;
/** The events of a record; none where something else was found. */
export declare const eventsIn: (json: string | null | undefined) => readonly TrackedEvent[];
