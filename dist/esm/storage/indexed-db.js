import { createStore, promisifyRequest } from 'idb-keyval';
/** A store over IndexedDB. It reopens a lost connection ("connection is closing") and tries once more. */
export const createIndexedDbStore = () => {
    let use;
    const attempt = (work) => {
        use ??= createStore('sendoff', 'sendoff');
        return use('readwrite', async (records) => {
            const { transaction } = records;
            const result = await work({
                get: (key) => promisifyRequest(records.get(key)),
                keys: (prefix, limit) => promisifyRequest(records.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}~`), limit)),
                put: (key, value) => records.put(value, key),
                remove: (key) => records.delete(key),
            });
            // Without it the writes wait for the page's next idle moment, and are lost if there is none.
            transaction.commit?.();
            await promisifyRequest(transaction);
            return result;
        });
    };
    return async (work) => {
        try {
            return await attempt(work);
        }
        catch {
            use = createStore('sendoff', 'sendoff');
            return attempt(work);
        }
    };
};
