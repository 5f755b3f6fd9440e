export const createLock = (name) => async (work) => {
    let started = false;
    const run = (grantedAt) => {
        started = true;
        return work(grantedAt);
    };
    try {
        return await navigator.locks.request(name, { ifAvailable: true }, (lock) => run(lock ? Date.now() : 0));
    }
    catch (error) {
        if (started)
            throw error;
        return run(0);
    }
};
