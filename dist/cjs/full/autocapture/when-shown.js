"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whenShown = void 0;
/** Calls `work` now, or as soon as a page that is prerendered is shown to somebody. Returns the way to call it off. */
const whenShown = (work, document = window.document) => {
    if (document.prerendering)
        document.addEventListener('prerenderingchange', work, { once: true });
    else
        work();
    return () => document.removeEventListener('prerenderingchange', work);
};
exports.whenShown = whenShown;
