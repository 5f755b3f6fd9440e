/** What a lane leaves to its service worker: all, from when it is there until it does not answer. */
export const createDelegation = (link) => {
    let delegate;
    let state = 'none';
    const refuse = () => {
        delegate = undefined;
        state = 'refused';
    };
    link?.then((linked) => {
        delegate = linked;
        state = 'active';
    }, refuse);
    return {
        state: () => state,
        /** Whether the worker does it. */
        async flush(reason) {
            if (!delegate)
                return false;
            const hasHeard = await delegate[0](reason);
            if (!hasHeard)
                refuse();
            return hasHeard;
        },
        leave: (reason) => delegate?.[1](reason),
    };
};
