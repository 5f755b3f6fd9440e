"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createDurable = exports.TRIES = void 0;
const store_ts_1 = require("./store.js");
/** How long a database may take to open. */
const OPEN_MS = 10_000;
/** How often a transaction is tried again in the database. */
exports.TRIES = 2;
/** Thrown by the work itself, not by the database (or null, by Firefox where the storage is full). */
const isMistake = (error) => error instanceof Error && !(error instanceof DOMException);
/**
 * A store that always works: it reopens, and gives way to memory when that does not help. Where the storage is full,
 * nothing is removed to make room: Chromium and WebKit give none back before they tidy up.
 * @param onMemory told that nothing survives the page any more.
 */
const createDurable = (openStore, onMemory, setTimer) => {
    let store = openStore();
    let most = exports.TRIES;
    let isOpen = false;
    /** Tells `work` how often the database may still refuse it: at first `TRIES`, and -1 in memory. */
    const durably = async (work, tries = most) => {
        let mistake;
        try {
            const result = store(async (t) => {
                try {
                    return await work(t, tries);
                }
                catch (error) {
                    if (isMistake(error))
                        mistake = error;
                    throw error;
                }
            });
            // Some browsers never answer when a database is opened.
            await Promise.race([
                result,
                isOpen || new Promise((_, reject) => setTimer(() => reject(new TypeError()), OPEN_MS)),
            ]);
            isOpen = true;
            return await result;
        }
        catch (error) {
            if (tries < 0)
                throw error;
            // Others have given up meanwhile.
            if (most < 0)
                return durably(work);
            // The database is well.
            if (mistake)
                throw error;
            store = openStore();
            // No database's: there is none.
            if (tries && !(error instanceof TypeError))
                return durably(work, tries - 1);
            store = (0, store_ts_1.createMemoryStore)();
            most = -1;
            onMemory();
            return durably(work);
        }
    };
    return durably;
};
exports.createDurable = createDurable;
