"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openIndexedDb = void 0;
const idb_keyval_1 = require("idb-keyval");
/** Makes a store over IndexedDB. Opening it again replaces a lost connection ("connection is closing"). */
const openIndexedDb = (use = (0, idb_keyval_1.createStore)('sendoff', 'sendoff')) => 
// The function is async, so that a browser that refuses at once (a sandboxed frame) makes it reject, too.
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
        // When there is no room for a write, Firefox 153 still commits the other writes if commit() was called before
        // the write failed: a record that was to be moved is gone. So work that depends on what it has read, and cannot
        // be repeated, waits for its writes. Other work does not wait: there may be no later moment.
        if (hasRead)
            await (0, idb_keyval_1.promisifyRequest)(records.get(''));
        // Without commit() the writes wait for the page's next idle moment, and are lost if there is none.
        transaction.commit?.();
        await (0, idb_keyval_1.promisifyRequest)(transaction);
        return result;
    }
    catch (error) {
        // Without abort() the requests before the failure would be committed. Firefox refuses writes at once after it
        // has run out of room. A transaction that has failed by itself is over, and abort() would throw instead of the
        // reason.
        if (!transaction.error)
            transaction.abort();
        throw error;
    }
}).catch((error) => {
    if (error?.name !== 'NotFoundError')
        throw error;
    // A database of that name without our store is not ours. It is gone when this page is closed, and the next page
    // makes its own.
    indexedDB.deleteDatabase('sendoff');
    throw new TypeError(error);
});
exports.openIndexedDb = openIndexedDb;
