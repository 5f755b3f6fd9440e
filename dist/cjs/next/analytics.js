"use strict";
'use client';
Object.defineProperty(exports, "__esModule", { value: true });
exports.Analytics = void 0;
const navigation_js_1 = require("next/navigation.js");
const react_1 = require("react");
const tracker_context_ts_1 = require("../react/tracker-context.js");
const use_page_view_ts_1 = require("../react/use-page-view.js");
const PageViews = () => {
    (0, use_page_view_ts_1.usePageView)((0, navigation_js_1.usePathname)());
    return null;
};
/**
 * Gives the tracker to all components in it, and tracks page views; for the root layout of Next.js.
 *
 * The component that reads the address has a `<Suspense>` of its own: without one, `next build` refuses a page whose
 * path is not known before a request.
 * @example
 * <Analytics track={track}>{children}</Analytics>
 */
const Analytics = ({ pageviews = true, children, ...provided }) => (0, react_1.createElement)(tracker_context_ts_1.TrackerProvider, provided, pageviews && (0, react_1.createElement)(react_1.Suspense, { fallback: null }, (0, react_1.createElement)(PageViews)), children);
exports.Analytics = Analytics;
