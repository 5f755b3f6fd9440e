"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createClosing = void 0;
const attempt_ts_1 = require("./queue/attempt.js");
/** A world that ends for one tracker when it is closed. Storage stays: what that has begun to write is written. */
const createClosing = (world) => {
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
                return (work) => lock((grantedAt) => (signal.aborted ? Promise.resolve(attempt_ts_1.FOR_EVER) : work(grantedAt)));
            },
        },
    };
};
exports.createClosing = createClosing;
