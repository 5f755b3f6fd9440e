"use strict";
'use client';
Object.defineProperty(exports, "__esModule", { value: true });
exports.usePageView = void 0;
const routed_views_ts_1 = require("../full/routed-views.js");
const use_tracked_ts_1 = require("./use-tracked.js");
/**
 * Tracks `Viewed Page` with `path`, the page's title and `previous_url`, for each path that is shown; without a path,
 * nothing. For `createTracker` of `sendoff/full`, a site chooses either this or the option `pageviews`.
 * @param path of the router, without what may be personal in a query.
 * @example
 * usePageView(useLocation().pathname)
 */
const usePageView = (path) => {
    // During this rendering, nothing of the new page is in the document.
    const titleBefore = typeof document === 'undefined' ? '' : document.title;
    (0, use_tracked_ts_1.useShown)(path ?? '', (track) => {
        if (path !== null)
            (0, routed_views_ts_1.routedViewsOf)(track)(path, titleBefore);
    });
};
exports.usePageView = usePageView;
