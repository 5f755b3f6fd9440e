"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createAfterTask = void 0;
/** Work that is done once for all that a task asks for, a microtask after it. */
const createAfterTask = (work) => {
    let isDue = false;
    let last = Promise.resolve();
    return {
        /** Done with the last that was asked for. */
        done: () => last,
        afterTask() {
            if (isDue)
                return;
            isDue = true;
            last = Promise.resolve().then(() => {
                isDue = false;
                return work();
            });
        },
    };
};
exports.createAfterTask = createAfterTask;
