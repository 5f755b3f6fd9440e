import { FOR_EVER } from "./queue/attempt.js";
/**
 * Makes a world that ends for one tracker when that tracker is closed. The storage stays open, so that writes that have
 * begun are completed.
 */
export const createClosing = (world) => {
    const controller = new AbortController();
    const { signal } = controller;
    // The browser's `setTimeout` throws when it is called as a method of `world`; so it is taken out of `world` first.
    const { isOnline, setTimer, lockFor } = world;
    return {
        close: () => controller.abort(),
        world: {
            ...world,
            signal,
            isOnline: () => !signal.aborted && isOnline(),
            setTimer: (run, ms) => setTimer(() => signal.aborted || run(), ms),
            lockFor(name) {
                const lock = lockFor(name);
                // The lock answers 0 instead of doing a round when the tracker is closed.
                return (work) => lock((grantedAt) => (signal.aborted ? Promise.resolve(FOR_EVER) : work(grantedAt)));
            },
        },
    };
};
