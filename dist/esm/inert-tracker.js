/** What a server-side rendering calls: nothing is stored, nothing is sent, and nobody has to wait. */
export const inertTracker = () => {
    const receipt = {
        id: '',
        stored: Promise.resolve(),
        settled: Promise.resolve({ type: 'dropped', reason: 'invalid', detail: 'There is no page.' }),
    };
    const status = async () => ({ invalid: 0, queues: [] });
    return Object.assign(() => receipt, {
        identify: () => receipt,
        reset: () => undefined,
        flush: status,
        status,
        on: () => () => undefined,
    });
};
