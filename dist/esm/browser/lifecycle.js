/**
 * Listens to the end of the page.
 *
 * On a close or a navigation `pagehide` comes first and `visibilitychange` second; Firefox delivers more of what
 * is sent from the latter. `unload` and `beforeunload` would cost the back/forward cache.
 *
 * @param setLeaving told whether anything asynchronous can still be counted on.
 * @param onHidden the page is about to go, or may never run again: what must leave, leaves now.
 * @param onAwake the page is back from the back/forward cache, or the network from wherever it was.
 */
export const onLifecycle = (setLeaving, onHidden, onAwake) => {
    const ifHidden = () => document.visibilityState === 'hidden' && onHidden();
    document.addEventListener('visibilitychange', ifHidden);
    addEventListener('pagehide', () => {
        setLeaving(true);
        // Hidden already: no visibilitychange will follow.
        ifHidden();
    });
    addEventListener('pageshow', ({ persisted }) => {
        if (!persisted)
            return;
        setLeaving(false);
        onAwake('start');
    });
    addEventListener('online', () => onAwake('online'));
};
