"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.inertTracker = void 0;
/**
 * What a server-side rendering calls, and a page whose tracker is off: nothing is stored, nothing is sent, and nobody has to
 * wait.
 * @param why as each receipt tells it.
 */
const inertTracker = (why = 'There is no page.') => {
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
exports.inertTracker = inertTracker;
