import type { LocalArea } from './local-area.ts';
/** A record of the database that could not wait for it, under the same key. */
export interface Note {
    readonly place: string;
    /** The tab that wrote it. */
    readonly tab: string;
    readonly key: string;
    readonly json: string;
}
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export declare const createNotes: (area: LocalArea, name: string) => {
    /** Returns the place. */
    write(tab: string, key: string, json: string): string;
    read: () => Note[];
    remove: (key: string) => void;
    /**
     * The highest chunk that any tab has ever taken for sending. What a page hands off when it is left lies
     * above it; so nothing is handed off that another tab is sending.
     */
    marked: () => string;
    mark(key: string): void;
};
export type Notes = ReturnType<typeof createNotes>;
