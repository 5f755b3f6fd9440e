"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createDelegation = void 0;
/**
 * What a sender leaves to its service worker: all, from when it is there until it does not answer. A page that is left with
 * memory alone delivers by itself, and still tells the worker what it knows.
 */
const createDelegation = (link, isMemory) => {
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
        state: () => (delegate && isMemory() ? 'refused' : state),
        /** Whether the worker does it. */
        async flush(reason) {
            if (!delegate || isMemory())
                return false;
            const hasHeard = await delegate[0](reason);
            if (!hasHeard)
                refuse();
            return hasHeard;
        },
        leave: (reason) => delegate?.[1](reason),
    };
};
exports.createDelegation = createDelegation;
