import { createLock } from "./browser/lock.js";
import { randomHex } from "./browser/random.js";
import { createIds } from "./core/id.js";
import { sendWithFetch } from "./delivery/fetch.js";
import { openIndexedDb } from "./store/indexed-db.js";
import { createLocalArea } from "./store/local-area.js";
/** The parts of the browser that the tracker needs. */
export const browserWorld = () => ({
    now: () => Date.now(),
    random: () => Math.random(),
    newId: createIds(() => Date.now(), randomHex),
    setTimer: setTimeout,
    openStore: openIndexedDb,
    area: createLocalArea(() => localStorage),
    lockFor: createLock,
    send: sendWithFetch,
    isOnline: () => navigator.onLine,
    // The code that links a page to its worker is loaded from the worker's own script: few sites use it, and both parts
    // then have the same version.
    async linkToWorker(path, ...given) {
        await new Promise((onload, onerror) => {
            const script = document.createElement('script');
            document.head.append(Object.assign(script, { src: location.origin + path, onload, onerror }));
        });
        return Reflect.get(globalThis, Symbol.for('sendoff'))(path, ...given);
    },
});
