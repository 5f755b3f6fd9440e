import type { FrozenEvent, TrackedEvent } from '../core/event.ts';
import type { Transaction } from '../store/store.ts';
/** Events of one task and one group as one record: the number of records is what storage costs. */
export interface Chunk {
    readonly key: string;
    /** The events, as JSON. */
    readonly json: string;
    /** Where it lies instead of at `key`, until the vendor can know whose it is. It is never handed off. */
    held?: string | undefined;
    /** It is in the database. */
    durable?: boolean;
    /** How often the database may still refuse it, `TRIES` at first; -1 in memory. */
    tries?: number;
    /** It is in a note; done when that is taken in. */
    note?: Promise<void>;
}
/**
 * Whether the database may not have it: what others have taken is there, even if this page was not told yet. Before it was given
 * to any store, `tries` is undefined, and the comparison false.
 * @param mark the highest record that anyone has taken.
 */
export declare const mayBeUnstored: ({ key, durable, tries }: Chunk, mark: string) => boolean;
export declare const LAST = 40;
/** Writes a record of these events, if there are any. */
export declare const putEvents: (t: Transaction, prefix: string, events: readonly TrackedEvent[]) => void;
/**
 * The keys of the records that hold just the first `length` of these events, which lie in the records `keys`. The last
 * of them may have to be cut, into pieces of one size: where events go one by one, it is written once, not for each.
 * @param onRest told of each piece that stays.
 */
export declare const cutAfter: (t: Transaction, prefix: string, keys: readonly string[], events: readonly TrackedEvent[], length: number, onRest: (firstId: string) => void) => string[];
/** Whether it is a chunk out of the midst of a burst, too large for a request of so many bytes. */
export declare const isTooLarge: ({ key, json }: Chunk, maxBytes: number) => boolean;
/** @param most events that a request carries. */
export declare const cutIntoChunks: (prefix: string, events: readonly FrozenEvent[], most?: number) => Chunk[];
