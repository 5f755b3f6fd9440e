"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createDurable = exports.TRIES = void 0;
const store_ts_1 = require("./store.js");
/** The longest wait for a database to open. */
const OPEN_MS = 10_000;
/** How often a transaction is tried again in the database. */
exports.TRIES = 2;
/**
 * Tells whether the work itself has thrown, and not the database (which throws null in Firefox where the storage is
 * full).
 */
const isMistake = (error) => error instanceof Error && !(error instanceof DOMException);
/**
 * Makes a store that always works: it reopens the database, and uses memory when that does not help. Where the storage
 * is full, nothing is removed to make room, because Chromium and WebKit give no room back before they tidy up.
 * @param onMemory is called when nothing survives the page any more.
 */
const createDurable = (openStore, onMemory, setTimer) => {
    let store = openStore();
    let most = exports.TRIES;
    let isOpen = false;
    /** @param tries is how often the database may still refuse it: at first `TRIES`, and -1 in memory. */
    const durably = async (work, tries = most) => {
        const keeper = tries < 0 ? 'memory' : tries < exports.TRIES ? 'retry' : 'first';
        let mistake;
        try {
            const result = store(async (t) => {
                try {
                    return await work(t, keeper);
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
            // Other work has given up the database meanwhile.
            if (most < 0)
                return durably(work);
            // The database works; the work itself has failed.
            if (mistake)
                throw error;
            store = openStore();
            // A `TypeError` is not the database's own error: there is no database.
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
