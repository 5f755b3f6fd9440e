import { onNavigations } from "./navigations.js";
/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. Returns the way to stop.
 */
export const onPageViews = (view, page = window) => {
    const { document } = page;
    let stop = () => document.removeEventListener('prerenderingchange', start);
    const start = () => {
        const onShow = (event) => event.persisted && view();
        page.addEventListener('pageshow', onShow);
        const stopNavigations = onNavigations(view, page);
        stop = () => {
            page.removeEventListener('pageshow', onShow);
            stopNavigations();
        };
        view();
    };
    if (document.prerendering)
        document.addEventListener('prerenderingchange', start, { once: true });
    else
        start();
    return () => stop();
};
