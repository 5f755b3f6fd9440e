"use strict";
'use client';
Object.defineProperty(exports, "__esModule", { value: true });
exports.useTracked = exports.useShown = void 0;
const react_1 = require("react");
const tracker_context_ts_1 = require("./tracker-context.js");
/**
 * Calls `tell` each time that the component is shown, and again when `said` changes.
 *
 * `StrictMode` reverts effects and runs them again at once, to find mistakes: that counts as one showing. `<Activity>`
 * reverts them when it hides the component, and runs them when it shows the component again, later: that counts as two.
 */
const useShown = (said, tell) => {
    const track = (0, tracker_context_ts_1.useTrack)();
    const told = (0, react_1.useRef)(undefined);
    const latest = (0, react_1.useRef)(tell);
    const isShown = (0, react_1.useRef)(false);
    (0, react_1.useEffect)(() => {
        latest.current = tell;
    });
    (0, react_1.useEffect)(() => {
        isShown.current = true;
        if (told.current !== said) {
            told.current = said;
            latest.current(track);
        }
        return () => {
            isShown.current = false;
            queueMicrotask(() => {
                if (!isShown.current)
                    told.current = undefined;
            });
        };
    }, [said, track]);
};
exports.useShown = useShown;
/**
 * Tracks that this component is shown: when it appears, when `<Activity>` shows it again, and when its properties
 * change. Under `StrictMode` it is tracked once, too.
 * @example
 * useTracked('Viewed Product', { sku })
 */
const useTracked = (name, properties = {}) => {
    const said = JSON.stringify([name, properties]);
    (0, exports.useShown)(said, (track) => {
        track(name, properties);
    });
};
exports.useTracked = useTracked;
