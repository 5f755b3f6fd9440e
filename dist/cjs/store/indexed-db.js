"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openIndexedDb = void 0;
const idb_keyval_1 = require("idb-keyval");
/** A store over IndexedDB. Opened anew, it gets over a lost connection ("connection is closing"). */
const openIndexedDb = (use = (0, idb_keyval_1.createStore)('sendoff', 'sendoff')) => 
// Async, so that a browser that refuses on the spot (a sandboxed frame) is a rejection too.
async (work) => use('readwrite', async (records) => {
    const { transaction } = records;
    let hasRead = false;
    try {
        const result = await work({
            get: (key) => {
                hasRead = true;
                return (0, idb_keyval_1.promisifyRequest)(records.get(key));
            },
            keys: (prefix, limit, after) => {
                const range = IDBKeyRange.bound(after || prefix, `${prefix}~`, !!after);
                return (0, idb_keyval_1.promisifyRequest)(records.getAllKeys(range, limit));
            },
            put: (key, value) => records.put(value, key),
            remove: (key) => records.delete(key),
        });
        // When there is no room for a write, Firefox 153 still commits the others if commit() was called before it
        // failed: what was to move is gone. So what goes by what it has read, and cannot be repeated, awaits its
        // writes. The others do not: there may be no later moment.
        if (hasRead)
            await (0, idb_keyval_1.promisifyRequest)(records.get(''));
        // Without it the writes wait for the page's next idle moment, and are lost if there is none.
        transaction.commit?.();
        await (0, idb_keyval_1.promisifyRequest)(transaction);
        return result;
    }
    catch (error) {
        // Requests before the failure would be committed. Firefox refuses writes on the spot after it has
        // run out of room. One that has failed by itself is over, and abort() would throw in place of the reason.
        if (!transaction.error)
            transaction.abort();
        throw error;
    }
}).catch((error) => {
    if (error?.name !== 'NotFoundError')
        throw error;
    // A database of that name without our store is not ours. It is gone when this page is, and the next one has its own.
    indexedDB.deleteDatabase('sendoff');
    throw new TypeError(error);
});
exports.openIndexedDb = openIndexedDb;
