import type { FrozenEvent, TrackedEvent } from './event.ts';
export interface FreezeOptions {
    readonly id: string;
    readonly type: TrackedEvent['type'];
    /** JSON, made once for all events of the same person. */
    readonly identity: string;
}
/**
 * The event as the page has given it, as JSON: what the page changes later does not reach it.
 * @throws whatever the page's getters throw, and a TypeError that says which argument is wrong.
 */
export declare const freeze: (name: unknown, properties: unknown, time: number, uniqueId: unknown, { id, type, identity }: FreezeOptions) => FrozenEvent;
