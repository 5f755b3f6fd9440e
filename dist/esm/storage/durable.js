import { countIn } from "./chunk.js";
import { createMemoryStore } from "./store.js";
/** How long a database may take to open. */
const OPEN_MS = 10_000;
/**
 * A store that always works: it reopens, makes room, and gives way to memory when nothing helps.
 * @param prefix where the events' records are.
 * @param onLoss told of events that had to make room, and that nothing survives the page any more.
 */
export const createDurable = (prefix, openStore, maxEvents, onLoss, setTimer) => {
    let store = openStore();
    let inMemory = false;
    let isOpen = false;
    /** Removes what is too much, at least so many of the oldest. It must not write: the storage may be full. */
    const evict = async (least) => {
        const evicted = await store(async (t) => {
            const keys = await t.keys(prefix);
            const most = Math.max(least, keys.reduce((sum, key) => sum + countIn(key), 0) - maxEvents);
            let events = 0;
            for (const key of keys)
                if (events < most) {
                    events += countIn(key);
                    t.remove(key);
                }
            return events;
        });
        if (evicted)
            onLoss('evicted', evicted);
    };
    /** Tells `work` whether it was refused before. */
    const durably = async (work, tries = 4) => {
        try {
            const result = store((t) => work(t, tries < 4));
            // Some browsers never answer when a database is opened.
            await (isOpen
                ? result
                : Promise.race([
                    result,
                    new Promise((_, reject) => setTimer(() => reject(new TypeError()), OPEN_MS)),
                ]));
            isOpen = true;
            return await result;
        }
        catch (error) {
            if (tries < 0)
                throw error;
            if (!inMemory) {
                store = openStore();
                // No database's: there is none, or it is ours. No room helps.
                if (error instanceof TypeError)
                    tries = 0;
                // The first failure may have been about anything. Engines disagree on the error when the storage is full.
                if (tries && tries < 4)
                    await evict(1).catch(() => undefined);
            }
            // Others may have given up meanwhile.
            if (!tries && !inMemory) {
                store = createMemoryStore();
                inMemory = true;
                onLoss('memory', 0);
            }
            return durably(work, tries - 1);
        }
    };
    return { durably, evict, isMemory: () => inMemory };
};
