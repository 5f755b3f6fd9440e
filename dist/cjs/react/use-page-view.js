"use strict";
'use client';
Object.defineProperty(exports, "__esModule", { value: true });
exports.usePageView = void 0;
const use_tracked_ts_1 = require("./use-tracked.js");
/**
 * Tracks `Viewed Page` with `path` and the page's title, for each path that is shown; without a path, nothing. For
 * `createTracker` of `sendoff/full`, choose either this or its option `pageviews`.
 * @param path of the router, without what may be personal in a query.
 * @example
 * usePageView(useLocation().pathname)
 */
const usePageView = (path) => (0, use_tracked_ts_1.useShown)(path ?? '', (track) => {
    if (path !== null)
        track('Viewed Page', { path, title: document.title });
});
exports.usePageView = usePageView;
