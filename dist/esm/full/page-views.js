import { onNavigations } from "./navigations.js";
import { whenShown } from "./when-shown.js";
/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. Returns the way to stop.
 */
export const onPageViews = (view, page = window) => {
    let stopNavigations = () => {
        // None are looked for before the page is shown.
    };
    const onShow = (event) => event.persisted && view();
    const callOff = whenShown(() => {
        page.addEventListener('pageshow', onShow);
        stopNavigations = onNavigations(view, page);
        view();
    }, page.document);
    return () => {
        callOff();
        page.removeEventListener('pageshow', onShow);
        stopNavigations();
    };
};
