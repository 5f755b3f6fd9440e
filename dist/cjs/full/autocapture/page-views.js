"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onPageViews = void 0;
const navigations_ts_1 = require("./navigations.js");
const when_shown_ts_1 = require("./when-shown.js");
/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. A page that has no title of its
 * own yet is viewed as soon as it has, and at the time when it began. Returns the way to stop.
 */
const onPageViews = (view, { titles, scope = 'path', page = window, now = Date.now }) => {
    const { document } = page;
    let stopNavigations = () => {
        // None are looked for before the page is shown.
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
        // A script that is faster than its page may be there before the title.
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
