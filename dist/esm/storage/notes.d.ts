import type { LaneState } from '../core/state.ts';
import type { Answer } from './attempt.ts';
import type { LocalArea } from './local-area.ts';
import type { Transaction } from './store.ts';
/** What a page writes down in the last moment: chunks that are not durable, and which ones it hands off. */
export interface Note {
    readonly chunks: Readonly<Record<string, string>>;
    readonly keys: readonly string[];
    /** Until when the answer to the hand-off may come. */
    readonly until: number;
}
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Every transaction over the
 * shared state takes the notes into the database first.
 * @param areaNow localStorage, or what this page has instead.
 */
export declare const createNotes: (areaNow: () => LocalArea, markPlace: string) => {
    list: () => readonly string[];
    /** Tells whether it could be written. */
    write(id: string, note: Note): boolean;
    /** An answer lies among the notes where a page was left with memory alone before it could settle it. */
    read: (place: string) => Partial<Note & Answer>;
    /**
     * The highest record that any tab has ever taken for sending, raised to `key`. What a page hands off when it
     * is left lies above it; so nothing is handed off that another tab is sending.
     */
    mark(key?: string): string;
};
export type Notes = ReturnType<typeof createNotes>;
/** Puts records where the vendor may have them. */
export declare const doubt: (t: Transaction, keys: readonly string[]) => Promise<void>;
/**
 * Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. Anybody may have written
 * it: what is no record of this queue is left out.
 * @param settled settles by an answer.
 */
export declare const adopt: (t: Transaction, state: LaneState, queue: string, place: string, note: Partial<Note & Answer>, settled: (t: Transaction, state: LaneState, answer: Answer) => Promise<unknown>) => Promise<unknown>;
