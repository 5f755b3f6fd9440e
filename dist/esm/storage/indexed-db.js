import { promisifyRequest } from 'idb-keyval';
import { createMemoryStore } from "./store.js";
const NAME = 'sendoff';
const OPEN_TIMEOUT_MS = 2_000;
/**
 * A store over IndexedDB that reopens a lost connection and ends, if need be, in memory.
 *
 * idb-keyval's `createStore` is not used because it knows no other factory than the page's own, which is dead
 * for good once WebKit has lost its network process, and because it stays open on `versionchange`, which hangs
 * whoever deletes the database.
 *
 * @param factory the page's own; may throw.
 * @param rescue another one over the same data, for when the page's own has died under it.
 * @param onMemory told when nothing can be opened and the records live in memory from now on.
 */
export const createIndexedDbStore = (factory, rescue, onMemory) => {
    let opening;
    let opened = false;
    let memory;
    const open = async (from) => {
        const request = from().open(NAME);
        request.onupgradeneeded = () => request.result.createObjectStore(NAME);
        // An open that hangs has been seen in WebKit (bug 226547) and behind a blocked upgrade.
        const database = await Promise.race([promisifyRequest(request), hung()]);
        database.onversionchange = () => database.close();
        opened = true;
        return database;
    };
    return async (work) => {
        // The handle may be dead ("connection is closing", "connection lost"): once more with a new one.
        for (const from of [factory, factory, rescue]) {
            if (memory)
                break;
            opening ??= open(from);
            const current = opening;
            try {
                return await transact(await current, work);
            }
            catch (error) {
                const database = await current.catch(() => undefined);
                if (opening === current)
                    opening = undefined;
                // The database works and refuses this: the quota, most likely. The caller makes room.
                if (database && from === rescue)
                    throw error;
                database?.close();
                if (!opened)
                    break;
            }
        }
        if (!memory) {
            memory = createMemoryStore();
            onMemory();
        }
        return memory(work);
    };
};
const transact = async (database, work) => {
    const transaction = database.transaction(NAME, 'readwrite');
    const records = transaction.objectStore(NAME);
    const worked = async () => {
        const result = await work({
            get: (key) => promisifyRequest(records.get(key)),
            keys: (prefix, limit) => promisifyRequest(records.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}~`), limit)),
            put: (key, value) => records.put(value, key),
            remove: (key) => records.delete(key),
        });
        // Without it the writes wait for the page's next idle moment, and are lost if there is none.
        transaction.commit?.();
        return result;
    };
    return (await Promise.all([worked(), promisifyRequest(transaction)]))[0];
};
const hung = () => new Promise((_, reject) => setTimeout(reject, OPEN_TIMEOUT_MS, new Error('IndexedDB does not open')));
