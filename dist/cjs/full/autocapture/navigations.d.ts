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
 * The part of an address that makes another page: its path alone, so that a search field that replaces the query for every letter
 * views nothing; its query, too; or, where a router keeps the page in the fragment (`#/cart?step=2`), that without its query.
 */
export type PageScope = 'path' | 'query' | 'hash';
/**
 * Calls `navigated` for each navigation of a single-page application, at once, while the address is the new one's, with
 * the address before. A navigation leads to another page, as `scope` has it, whoever makes it and however. Returns the way
 * to stop.
 */
export declare const onNavigations: (navigated: (from: string) => void, scope?: PageScope, page?: NavigatedWindow) => (() => void);
export {};
