"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onNavigations = void 0;
/** Calls `changed` after each change of the history; the page's own calls work, return and throw as before. */
const onHistory = (page, changed) => {
    const { history } = page;
    let isStopped = false;
    const undo = ['pushState', 'replaceState'].map((name) => {
        const original = history[name];
        const wrapped = function (...args) {
            const returned = original.apply(this, args);
            if (!isStopped)
                changed();
            return returned;
        };
        history[name] = wrapped;
        return () => {
            // Somebody else may have wrapped ours meanwhile: then it stays, and does nothing of its own.
            if (history[name] === wrapped)
                history[name] = original;
        };
    });
    page.addEventListener('popstate', changed);
    return () => {
        isStopped = true;
        for (const restore of undo)
            restore();
        page.removeEventListener('popstate', changed);
    };
};
/** The part that makes no other page. */
const BESIDE = { path: /[?#].*/s, query: /#.*/s, hash: /\?[^#]*/g };
/**
 * Calls `navigated` for each navigation of a single-page application, at once, while the address is the new one's, with
 * the address before. A navigation leads to another page, as `scope` has it, whoever makes it and however. Returns the way
 * to stop.
 */
const onNavigations = (navigated, scope = 'path', page = window) => {
    const pageAt = (address) => address.replace(BESIDE[scope], '');
    let address = page.location.href;
    const look = () => {
        const from = address;
        address = page.location.href;
        if (pageAt(address) !== pageAt(from))
            navigated(from);
    };
    const { navigation } = page;
    if (!navigation)
        return onHistory(page, look);
    navigation.addEventListener('currententrychange', look);
    return () => navigation.removeEventListener('currententrychange', look);
};
exports.onNavigations = onNavigations;
