"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whenShown = void 0;
/** Calls `work` now, or as soon as a prerendered page is shown. Returns the function that cancels the call. */
const whenShown = (work, document = window.document) => {
    if (document.prerendering)
        document.addEventListener('prerenderingchange', work, { once: true });
    else
        work();
    return () => document.removeEventListener('prerenderingchange', work);
};
exports.whenShown = whenShown;
