type ChangeHistory = History['pushState'];
/** As much of a window as it takes to see where the page goes without loading. */
export interface NavigatedWindow extends EventTarget {
    readonly location: {
        readonly href: string;
    };
    readonly history: {
        pushState: ChangeHistory;
        replaceState: ChangeHistory;
    };
    /** https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api; not in every browser. */
    readonly navigation?: EventTarget | undefined;
}
/**
 * Calls `navigated` for each navigation of a single-page application, at once, while the address is the new one's. A
 * navigation is a change of the address, whoever makes it and however: what changes the fragment alone, or nothing, is none.
 * Returns the way to stop.
 */
export declare const onNavigations: (navigated: () => void, page?: NavigatedWindow) => (() => void);
export {};
