/**
 * Calls `changed` when another tab may have changed this record of localStorage, and when the page comes back from the
 * back/forward cache, where it hears of nothing. Returns the way to stop.
 */
export declare const onSharedChange: (key: string, changed: () => void, page?: EventTarget) => (() => void);
