"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onPageViews = void 0;
const navigations_ts_1 = require("./navigations.js");
const when_shown_ts_1 = require("./when-shown.js");
/**
 * Calls `view` for each view of a page: now, or as soon as a prerendered page is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. A page without a title of its
 * own is viewed as soon as it has one, with the time at which the view began. Returns the function that stops it.
 */
const onPageViews = (view, { titles, scope = 'path', page = window, now = Date.now }) => {
    const { document } = page;
    let stopNavigations = () => {
        // Navigations are not watched before the page is shown.
    };
    const seen = (previousUrl) => {
        const { href: url } = page.location;
        const time = now();
        return () => view({ url, title: titles.known(), ...(previousUrl && { previousUrl }), time });
    };
    const onShow = (event) => event.persisted && seen()();
    const callOff = (0, when_shown_ts_1.whenShown)(() => {
        page.addEventListener('pageshow', onShow);
        stopNavigations = (0, navigations_ts_1.onNavigations)((from) => titles.whenKnown(seen(from)), scope, page);
        // A script that is faster than its page may run before the title is there.
        if (document.title)
            seen()();
        else
            titles.whenKnown(seen());
    }, document);
    return () => {
        callOff();
        page.removeEventListener('pageshow', onShow);
        stopNavigations();
    };
};
exports.onPageViews = onPageViews;
