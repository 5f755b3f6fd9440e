import type { FrozenEvent, TrackedEvent } from '../core/event.ts';
import type { Transaction } from './store.ts';
/**
 * Events of one task and one group as one record: the number of records is what storage costs. Several chunks
 * fit into what may leave with a page.
 */
export interface Chunk {
    readonly key: string;
    /** The events, as JSON. */
    readonly json: string;
    readonly group: string;
    /** It is in the database. */
    durable?: boolean;
    /** The database has refused it once. */
    refused?: boolean;
    /** It is in a note, there. */
    note?: string;
}
/** Of the records of a destination, all of them; of those that were never attempted. */
export declare const recordsOf: (name: string) => string;
export declare const newOf: (name: string) => string;
/** The journal: what the vendor may have lies apart, and sorts first. */
export declare const triedKeyOf: (key: string) => string;
/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
export declare const keyOf: (prefix: string, events: readonly {
    readonly id: string;
}[]) => string;
/** Writes a record of these events, if there are any. */
export declare const putEvents: (t: Transaction, prefix: string, events: readonly TrackedEvent[]) => void;
export declare const countIn: (key: string) => number;
export declare const cutIntoChunks: (prefix: string, events: readonly FrozenEvent[]) => Chunk[];
