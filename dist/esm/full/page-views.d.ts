import { type NavigatedWindow } from './navigations.ts';
/** As much of a window as it takes to see that a page is viewed. */
export interface ViewedWindow extends NavigatedWindow {
    /** https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering; Chromium alone has it. */
    readonly document: EventTarget & {
        readonly prerendering?: boolean;
    };
}
/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. Returns the way to stop.
 */
export declare const onPageViews: (view: () => void, page?: ViewedWindow) => (() => void);
