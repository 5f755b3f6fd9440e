type ChangeHistory = History['pushState'];
/** The parts of a window that show where the page goes without loading. */
export interface NavigatedWindow extends EventTarget {
    readonly location: {
        readonly href: string;
    };
    readonly history: {
        pushState: ChangeHistory;
        replaceState: ChangeHistory;
    };
    /**
     * The Navigation API (https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api), which not every
     * browser has.
     */
    readonly navigation?: EventTarget | undefined;
}
/**
 * The part of an address whose change makes another page. With `path`, the path alone counts, so that a search field
 * that replaces the query for every letter views nothing; with `query`, the query counts, too; with `hash`, for a
 * router that keeps the page in the fragment (`#/cart?step=2`), the fragment without its query counts.
 */
export type PageScope = 'path' | 'query' | 'hash';
/**
 * Calls `navigated` with the address before, for each navigation of a single-page application, at once, when the
 * address is already the new page's. A navigation leads to another page, as `scope` defines it, by whatever way.
 * Returns the function that stops it.
 */
export declare const onNavigations: (navigated: (from: string) => void, scope?: PageScope, page?: NavigatedWindow) => (() => void);
export {};
