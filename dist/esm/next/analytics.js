'use client';
import { usePathname } from 'next/navigation.js';
import { createElement, Suspense } from 'react';
import { TrackerProvider } from "../react/tracker-context.js";
import { usePageView } from "../react/use-page-view.js";
const PageViews = () => {
    usePageView(usePathname());
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
export const Analytics = ({ pageviews = true, children, ...provided }) => createElement(TrackerProvider, provided, pageviews && createElement(Suspense, { fallback: null }, createElement(PageViews)), children);
