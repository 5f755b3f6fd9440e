/** What a page is told of. */
export interface Lifecycle {
    /** Whether anything asynchronous can still be counted on. */
    readonly setLeaving: (leaving: boolean) => void;
    /** The page is about to go, or may never run again: what must leave, leaves now. */
    readonly onHidden: () => void;
    /** The page is back from the back/forward cache, or the network from wherever it was. */
    readonly onAwake: (reason: 'start' | 'online') => void;
    /** Another tab has changed localStorage: this item, or all of it. Said also when it may have, unheard. */
    readonly onStorage: (place: string | null) => void;
}
/**
 * Listens to the life of the page.
 *
 * On a close or a navigation `pagehide` comes first and `visibilitychange` second; Firefox delivers more of what
 * is sent from the latter. `unload` and `beforeunload` would cost the back/forward cache.
 *
 * @param signal ends it.
 */
export declare const onLifecycle: ({ setLeaving, onHidden, onAwake, onStorage }: Lifecycle, signal?: AbortSignal) => void;
