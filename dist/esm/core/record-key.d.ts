import type { TrackedEvent } from './event.ts';
/** What a destination may be called, and a namespace. */
export declare const NAME: RegExp;
/** Whose queue it is. */
export interface QueueOwner {
    readonly name: string;
    /** Which of the vendor's accounts: any text. */
    readonly account: string;
}
/** What everything of one destination is stored, locked and counted under. It has no slash. */
export declare const queueOf: ({ name, account }: QueueOwner, namespace: string) => string;
/** Whose queue this is, as far as it can be read. */
export declare const ownerOf: (queue: string) => QueueOwner;
/** All records of a queue's events. */
export declare const recordsOf: (queue: string) => string;
/** Those that were never attempted. */
export declare const newOf: (queue: string) => string;
/** Those that wait until it is known whose they are. */
export declare const heldOf: (queue: string) => string;
/** Where a record lies once the vendor may have it. */
export declare const triedKeyOf: (key: string) => string;
/** Where a record lies until it is known whose it is. */
export declare const heldKeyOf: (key: string, anonymousId: string) => string;
/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
export declare const keyOf: (prefix: string, events: readonly Pick<TrackedEvent, "id">[]) => string;
export declare const firstIdIn: (key: string) => string;
export declare const countIn: (key: string) => number;
export declare const countAll: (keys: readonly string[]) => number;
/** Tells whether something, which anybody may have written, is the key of a queue's record. */
export declare const isRecordOf: (queue: string, key: unknown) => key is string;
