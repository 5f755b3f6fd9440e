import type { LocalArea } from '../storage/local-area.ts';
import type { Store } from '../storage/store.ts';
import type { VisitorCookie } from './visitor-cookie.ts';
export interface VisitorPlaces {
    readonly area: LocalArea;
    readonly store: Store;
    readonly cookie: VisitorCookie;
    readonly newId: () => string;
    /** Where localStorage keeps the anonymous id that all accounts share. */
    readonly shared: string;
    /** Where it keeps the person that each account knows. */
    readonly people: readonly string[];
    /** What a vendor's own script calls a visitor who is new here. */
    readonly named: string | undefined;
    readonly setTimer: (run: () => void, ms: number) => void;
    /** Runs something that has time. */
    readonly whenIdle: (run: () => void) => void;
}
/**
 * Who this browser's visitor is, over all of its tabs: localStorage says so at once, IndexedDB heals it and decides
 * between tabs that have opened at the same instant, and the cookie, where there is one, speaks for all subdomains.
 */
export declare const createVisitor: ({ area, store, cookie, shared, people, ...others }: VisitorPlaces) => {
    /**
     * Calls `begin` once, at once if the visitor is known.
     * @returns for a page that is being left: calls it now, with what there is.
     */
    whoIsIt(begin: (area: LocalArea) => void): () => void;
};
