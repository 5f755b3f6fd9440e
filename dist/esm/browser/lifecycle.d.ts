export interface LifecycleListeners {
    /** Nothing asynchronous can be counted on any more. */
    leaving(): void;
    /** The page is about to go, or may never run again: what must leave, leaves now. */
    hidden(): void;
    /** The page is back from the back/forward cache. */
    restored(): void;
    online(): void;
}
/**
 * Listens to the end of the page. On a close or a navigation `pagehide` comes first and `visibilitychange`
 * second; Firefox delivers more of what is sent from the latter. `unload` and `beforeunload` would cost the
 * back/forward cache.
 */
export declare const onLifecycle: ({ leaving, hidden, restored, online }: LifecycleListeners) => void;
