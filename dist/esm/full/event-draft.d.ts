import type { Properties } from '../core/event.ts';
/** The arguments of a call, before they become an event. */
export interface EventDraft {
    /** For `identify` the properties are the traits. */
    readonly type: 'track' | 'identify';
    readonly name: string;
    readonly properties: Properties;
}
/**
 * Sees each event once, when it is tracked, and returns it, changed or not; `null` drops it. What it is given is a
 * copy: it may be changed.
 */
export type Middleware = (event: EventDraft) => EventDraft | null;
