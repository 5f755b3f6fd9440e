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
            // Another script may have wrapped this function meanwhile: then it stays, and does nothing of its own.
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
/** The part of an address whose change makes no other page. */
const BESIDE = { path: /[?#].*/s, query: /#.*/s, hash: /\?[^#]*/g };
/**
 * Calls `navigated` with the address before, for each navigation of a single-page application, at once, when the
 * address is already the new page's. A navigation leads to another page, as `scope` defines it, by whatever way.
 * Returns the function that stops it.
 */
export const onNavigations = (navigated, scope = 'path', page = window) => {
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
