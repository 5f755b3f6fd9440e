export const createLock = (name, now) => async (work) => {
    let started = false;
    const run = (grantedAt) => {
        started = true;
        return work(grantedAt);
    };
    try {
        return await navigator.locks.request(name, { ifAvailable: true }, (lock) => run(lock ? now() : Number.NEGATIVE_INFINITY));
    }
    catch (error) {
        if (started)
            throw error;
        return run(Number.NEGATIVE_INFINITY);
    }
};
