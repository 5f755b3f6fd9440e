import { createLock } from "./browser/lock.js";
import { randomHex } from "./browser/random.js";
import { createIds } from "./core/id.js";
import { createFetchTransport } from "./delivery/fetch.js";
import { createIndexedDbStore } from "./storage/indexed-db.js";
import { createLocalArea } from "./storage/local-area.js";
/** The browser, as far as the tracker needs it; `onMemory` is told when nothing survives the page. */
export const browserWorld = (onMemory) => {
    const now = () => Date.now();
    return {
        now,
        random: () => Math.random(),
        newId: createIds(now, randomHex),
        setTimer: (run, ms) => setTimeout(run, ms),
        store: createIndexedDbStore(() => indexedDB, freshFactory, onMemory),
        area: createLocalArea(() => localStorage),
        lockFor: (name) => createLock(name, now),
        transport: createFetchTransport(now),
        isOnline: () => navigator.onLine,
    };
};
/** A new same-origin frame has a living `indexedDB` where the page's own has lost its connection for good. */
const freshFactory = () => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.documentElement.append(frame);
    return frame.contentWindow.indexedDB;
};
