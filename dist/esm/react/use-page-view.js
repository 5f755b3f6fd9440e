'use client';
import { routedViewsOf } from "../full/routed-views.js";
import { useShown } from "./use-tracked.js";
/**
 * Tracks `Viewed Page` with `path`, the page's title and `previous_url`, for each path that is shown; without a path,
 * nothing. For `createTracker` of `sendoff/full`, a site chooses either this or the option `pageviews`.
 * @param path of the router, without what may be personal in a query.
 * @example
 * usePageView(useLocation().pathname)
 */
export const usePageView = (path) => {
    // During this rendering, nothing of the new page is in the document.
    const titleBefore = typeof document === 'undefined' ? '' : document.title;
    useShown(path ?? '', (track) => {
        if (path !== null)
            routedViewsOf(track)(path, titleBefore);
    });
};
