'use client';
import { useEffect, useRef } from 'react';
import { useTrack } from "./tracker-context.js";
/**
 * Calls `tell` each time that the component is shown, and again when `said` changes.
 *
 * `StrictMode` reverts effects and runs them again at once, to find mistakes: that counts as one showing. `<Activity>`
 * reverts them when it hides the component, and runs them when it shows the component again, later: that counts as two.
 */
export const useShown = (said, tell) => {
    const track = useTrack();
    const told = useRef(undefined);
    const latest = useRef(tell);
    const isShown = useRef(false);
    useEffect(() => {
        latest.current = tell;
    });
    useEffect(() => {
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
/**
 * Tracks that this component is shown: when it appears, when `<Activity>` shows it again, and when its properties
 * change. Under `StrictMode` it is tracked once, too.
 * @example
 * useTracked('Viewed Product', { sku })
 */
export const useTracked = (name, properties = {}) => {
    const said = JSON.stringify([name, properties]);
    useShown(said, (track) => {
        track(name, properties);
    });
};
