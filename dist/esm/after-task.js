/** Collects calls of one task and does `work` once for all of them, in the microtask that follows the task. */
export const createAfterTask = (work) => {
    let isDue = false;
    let last = Promise.resolve();
    return {
        /** The promise of the last work that was asked for. */
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
