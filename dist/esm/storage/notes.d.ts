import type { LaneState } from '../core/state.ts';
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
 */
export declare const createNotes: (area: LocalArea, markPlace: string) => {
    list: () => readonly string[];
    /** Returns the note's place; '' when it could not be written. */
    write(id: string, note: Note): string;
    read: (place: string) => Partial<Note>;
    /**
     * The highest record that any tab has ever taken for sending, raised to `key`. What a page hands off when it
     * is left lies above it; so nothing is handed off that another tab is sending.
     */
    mark(key?: string): string;
};
export type Notes = ReturnType<typeof createNotes>;
/** Puts records, which may not be in the database yet, where the vendor may have them. */
export declare const doubt: (t: Transaction, keys: readonly string[], chunks?: Note["chunks"]) => Promise<void>;
/** Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. */
export declare const adopt: (t: Transaction, state: LaneState, place: string, { chunks, keys, until }: Partial<Note>) => Promise<void>;
