/**
 * Listens to the end of the page. On a close or a navigation `pagehide` comes first and `visibilitychange`
 * second; Firefox delivers more of what is sent from the latter. `unload` and `beforeunload` would cost the
 * back/forward cache.
 */
export const onLifecycle = ({ leaving, hidden, restored, online }) => {
    const ifHidden = () => document.visibilityState === 'hidden' && hidden();
    addEventListener('pagehide', () => {
        leaving();
        // Hidden already: no visibilitychange will follow.
        ifHidden();
    });
    document.addEventListener('visibilitychange', ifHidden);
    addEventListener('pageshow', (event) => event.persisted && restored());
    addEventListener('online', online);
};
