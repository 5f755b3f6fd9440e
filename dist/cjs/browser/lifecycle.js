"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onLifecycle = void 0;
/**
 * Listens to the life of the page.
 *
 * On a close or a navigation `pagehide` comes first and `visibilitychange` second; Firefox delivers more of the
 * requests that are made in the latter. `unload` and `beforeunload` would cost the back/forward cache.
 *
 * @param signal ends the listening.
 */
const onLifecycle = ({ setLeaving, onHidden, onAwake, onStorage }, signal) => {
    const until = { signal };
    const ifHidden = () => document.visibilityState === 'hidden' && onHidden();
    document.addEventListener('visibilitychange', ifHidden, until);
    const onHide = () => {
        setLeaving(true);
        // The page is hidden already, so no visibilitychange will follow.
        ifHidden();
    };
    const onShow = ({ persisted }) => {
        if (!persisted)
            return;
        setLeaving(false);
        onStorage(null);
        onAwake('start');
    };
    addEventListener('pagehide', onHide, until);
    addEventListener('pageshow', onShow, until);
    addEventListener('online', () => onAwake('online'), until);
    addEventListener('storage', ({ key }) => onStorage(key), until);
};
exports.onLifecycle = onLifecycle;
