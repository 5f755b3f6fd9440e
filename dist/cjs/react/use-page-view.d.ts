/**
 * Tracks `Viewed Page` with `path`, the page's title and `previous_url`, for each path that is shown; without a path,
 * nothing. For `createTracker` of `sendoff/full`, a site chooses either this or the option `pageviews`.
 * @param path of the router, without what may be personal in a query.
 * @example
 * usePageView(useLocation().pathname)
 */
export declare const usePageView: (path: string | null) => void;
