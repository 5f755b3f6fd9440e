import { FOR_EVER } from "../../queue/attempt.js";
const never = () => new Promise(() => undefined);
/**
 * Makes a world that can be taken away from a running tracker: from then on nothing is read, written or sent, whatever
 * has begun. A call that waits for storage or the network then waits for ever. A refusal would be wrong: the tracker
 * would try again and report it.
 * @param openStore opens a database that tells when it is erased.
 */
export const createGate = (world, openStore, onErased) => {
    const { area, setTimer } = world;
    let isOpen = true;
    let promisedId;
    const waiting = new Set();
    const ended = new AbortController();
    world.signal?.addEventListener('abort', () => ended.abort());
    /** Resolves with the result of `promise`, or with `otherwise` when the gate closes first. */
    const orClosed = (promise, otherwise) => new Promise((resolve, reject) => {
        const stop = () => resolve(otherwise);
        if (!isOpen)
            return stop();
        waiting.add(stop);
        promise.then(resolve, reject).finally(() => waiting.delete(stop));
    });
    const gated = (store) => {
        return (work) => (isOpen ? store((t) => (isOpen ? work(t) : never())) : never());
    };
    const through = {
        ...world,
        newId(time) {
            // An id without a time does not belong to an event, so it is not the promised one.
            if (time === undefined || promisedId === undefined)
                return world.newId(time);
            const id = promisedId;
            promisedId = undefined;
            return id;
        },
        setTimer: (run, ms) => setTimer(() => isOpen && run(), ms),
        openStore: () => gated(openStore(() => isOpen && onErased())),
        area: {
            keys: () => (isOpen ? area.keys() : []),
            get: (key) => (isOpen ? area.get(key) : undefined),
            set: (key, value) => isOpen && area.set(key, value),
            delete: (key) => isOpen && area.delete(key),
        },
        lockFor(name) {
            const lock = world.lockFor(name);
            // A round that never ends must not keep the lock. So when the gate closes, the round returns that the next one
            // never comes.
            return (work) => lock((grantedAt) => orClosed(work(grantedAt), FOR_EVER));
        },
        send: (part, timeoutMs, leaving) => (isOpen ? world.send(part, timeoutMs, leaving) : never()),
        isOnline: () => isOpen && world.isOnline(),
        signal: ended.signal,
    };
    return {
        world: through,
        orClosed,
        isOpen: () => isOpen,
        /** Promises this id to the next event. */
        promiseId(id) {
            promisedId = id;
        },
        close() {
            isOpen = false;
            ended.abort();
            for (const stop of waiting)
                stop();
            waiting.clear();
        },
    };
};
