import type { Properties } from '../core/event.ts';
/** The arguments of a call, before they become an event. */
export interface EventDraft {
    /** The kind of call: for `identify`, the properties are the traits. */
    readonly type: 'track' | 'identify';
    readonly name: string;
    readonly properties: Properties;
}
/**
 * A function that sees each event once, when it is tracked, and returns it, changed or not; `null` drops the event. It
 * gets a copy, which it may change.
 */
export type Middleware = (event: EventDraft) => EventDraft | null;
