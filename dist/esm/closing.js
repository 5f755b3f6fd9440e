import { FOR_EVER } from "./queue/attempt.js";
/** A world that ends for one tracker when it is closed. Storage stays: what that has begun to write is written. */
export const createClosing = (world) => {
    const controller = new AbortController();
    const { signal } = controller;
    // The browser's own timer works without an object alone.
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
                // In the place of a round: the time to the next one.
                return (work) => lock((grantedAt) => (signal.aborted ? Promise.resolve(FOR_EVER) : work(grantedAt)));
            },
        },
    };
};
