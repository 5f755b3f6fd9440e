"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.browserWorld = void 0;
const lock_ts_1 = require("./browser/lock.js");
const random_ts_1 = require("./browser/random.js");
const id_ts_1 = require("./core/id.js");
const fetch_ts_1 = require("./delivery/fetch.js");
const indexed_db_ts_1 = require("./store/indexed-db.js");
const local_area_ts_1 = require("./store/local-area.js");
/** The parts of the browser that the tracker needs. */
const browserWorld = () => ({
    now: () => Date.now(),
    random: () => Math.random(),
    newId: (0, id_ts_1.createIds)(() => Date.now(), random_ts_1.randomHex),
    setTimer: setTimeout,
    openStore: indexed_db_ts_1.openIndexedDb,
    area: (0, local_area_ts_1.createLocalArea)(() => localStorage),
    lockFor: lock_ts_1.createLock,
    send: fetch_ts_1.sendWithFetch,
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
exports.browserWorld = browserWorld;
