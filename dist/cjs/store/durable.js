"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createDurable = exports.TRIES = void 0;
const store_ts_1 = require("./store.js");
/**
 * The longest wait for a database to open. It is counted second by second: a page that was busy or frozen for a minute has
 * one second behind it, and then hears what the database has answered meanwhile.
 */
const OPEN_SECONDS = 10;
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
    /** Some browsers never answer when a database is opened. Rejects when it has not answered in time. */
    const waitToOpen = async () => {
        for (let second = 0; second < OPEN_SECONDS && !isOpen && most >= 0; second++)
            await new Promise((resolve) => setTimer(resolve, 1_000));
        if (!isOpen)
            throw new TypeError();
    };
    /** What a database that was given up does at last is done in memory, and nowhere else: its transaction undoes itself. */
    const refuseLate = () => {
        if (most < 0)
            throw new Error('too late');
    };
    /** @param tries is how often the database may still refuse it: at first `TRIES`, and -1 in memory. */
    const durably = async (work, tries = most) => {
        if (tries < 0)
            return store((t) => work(t, 'memory'));
        const keeper = tries < exports.TRIES ? 'retry' : 'first';
        let mistake;
        try {
            const result = store(async (t) => {
                try {
                    // Before it, so that the work leaves no trace in the page either; after it, as it may have read meanwhile.
                    refuseLate();
                    const result = await work(t, keeper);
                    refuseLate();
                    return result;
                }
                catch (error) {
                    if (isMistake(error))
                        mistake = error;
                    throw error;
                }
            });
            await Promise.race([result, waitToOpen()]);
            isOpen = true;
            return await result;
        }
        catch (error) {
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
