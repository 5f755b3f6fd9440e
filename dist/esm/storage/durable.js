import { createMemoryStore } from "./store.js";
/** How long a database may take to open. */
const OPEN_MS = 10_000;
/** How often a transaction is tried again in the database. */
export const TRIES = 2;
/**
 * A store that always works: it reopens, and gives way to memory when that does not help. Where the storage is full,
 * nothing is removed to make room: Chromium and WebKit give none back before they tidy up.
 * @param onMemory told that nothing survives the page any more.
 */
export const createDurable = (openStore, onMemory, setTimer) => {
    let store = openStore();
    let most = TRIES;
    let isOpen = false;
    /** Tells `work` how often the database may still refuse it: at first `TRIES`, and -1 in memory. */
    const durably = async (work, tries = most) => {
        try {
            const result = store((t) => work(t, tries));
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
            store = openStore();
            // No database's: there is none, or it is ours.
            if (tries && !(error instanceof TypeError))
                return durably(work, tries - 1);
            store = createMemoryStore();
            most = -1;
            onMemory();
            return durably(work);
        }
    };
    return durably;
};
