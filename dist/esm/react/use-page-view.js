'use client';
import { routedViewsOf } from "../full/routed-views.js";
import { useShown } from "./use-tracked.js";
/**
 * Tracks `Viewed Page` with `path`, the page's title and `previous_url`, for each path that is shown; without a path, nothing.
 * For `createTracker` of `sendoff/full`, choose either this or its option `pageviews`.
 * @param path of the router, without what may be personal in a query.
 * @example
 * usePageView(useLocation().pathname)
 */
export const usePageView = (path) => {
    // While this is rendered, nothing of the new page is in the document.
    const titleBefore = typeof document === 'undefined' ? '' : document.title;
    useShown(path ?? '', (track) => {
        if (path !== null)
            routedViewsOf(track)(path, titleBefore);
    });
};
