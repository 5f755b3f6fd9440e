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
/**
 * Calls `navigated` for each navigation of a single-page application, at once, while the address is the new one's. A
 * navigation is a change of the address, whoever makes it and however: what changes the fragment alone, or nothing, is none.
 * Returns the way to stop.
 */
export const onNavigations = (navigated, page = window) => {
    const addressOf = () => page.location.href.replace(/#.*/, '');
    let address = addressOf();
    const look = () => {
        const next = addressOf();
        if (next === address)
            return;
        address = next;
        navigated();
    };
    const { navigation } = page;
    if (!navigation)
        return onHistory(page, look);
    navigation.addEventListener('currententrychange', look);
    return () => navigation.removeEventListener('currententrychange', look);
};
