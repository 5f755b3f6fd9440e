"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onSharedChange = void 0;
/**
 * Calls `changed` when another tab may have changed this record of localStorage, and when the page comes back from the
 * back/forward cache, in which it hears of no change. Returns the function that stops it.
 */
const onSharedChange = (key, changed, page = window) => {
    // The event of `localStorage.clear()` has no key.
    const onStorage = (event) => {
        const { key: its } = event;
        if (its === key || its === null)
            changed();
    };
    const onShow = (event) => event.persisted && changed();
    page.addEventListener('storage', onStorage);
    page.addEventListener('pageshow', onShow);
    return () => {
        page.removeEventListener('storage', onStorage);
        page.removeEventListener('pageshow', onShow);
    };
};
exports.onSharedChange = onSharedChange;
