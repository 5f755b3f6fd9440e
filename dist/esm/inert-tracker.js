/**
 * Makes the tracker for server-side rendering and for a page whose tracker is off: it stores nothing, sends nothing,
 * and answers every call at once.
 * @param why is the reason that each receipt tells.
 */
export const inertTracker = (why = 'There is no page.') => {
    const receipt = {
        id: '',
        stored: Promise.resolve(),
        settled: Promise.resolve({ type: 'dropped', reason: 'invalid', detail: why }),
    };
    const status = async () => ({ invalid: 0, queues: [] });
    return Object.assign(() => receipt, {
        identify: () => receipt,
        reset: () => undefined,
        flush: status,
        status,
        on: () => () => undefined,
        close: () => undefined,
    });
};
