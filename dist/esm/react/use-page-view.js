'use client';
import { useShown } from "./use-tracked.js";
/**
 * Tracks `Viewed Page` with `path` and the page's title, for each path that is shown; without a path, nothing. For
 * `createTracker` of `sendoff/full`, choose either this or its option `pageviews`.
 * @param path of the router, without what may be personal in a query.
 * @example
 * usePageView(useLocation().pathname)
 */
export const usePageView = (path) => useShown(path ?? '', (track) => {
    if (path !== null)
        track('Viewed Page', { path, title: document.title });
});
