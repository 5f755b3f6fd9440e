import type { LocalArea } from './local-area.ts';
/** A record of the database that could not wait for it, under the same key. */
export interface Note {
    readonly place: string;
    /** Who wrote it: a tab; `z` and a tab for its hand-offs. */
    readonly by: string;
    readonly key: string;
    readonly json: string;
}
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export declare const createNotes: (area: LocalArea, prefix: string) => {
    remove: (by: string, key: string) => void;
    /** Tells whether it could be written. */
    write(by: string, key: string, json: string): boolean;
    /** Hand-offs last: they take the place of chunks. */
    read: () => Note[];
    /**
     * The highest chunk that any tab has ever taken for sending, raised to `key`. What a page hands off when it
     * is left lies above it; so nothing is handed off that another tab is sending.
     */
    mark(key?: string): string;
};
export type Notes = ReturnType<typeof createNotes>;
