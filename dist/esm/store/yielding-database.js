import { createStore } from 'idb-keyval';
import { openIndexedDb } from "./indexed-db.js";
/**
 * Makes a store over IndexedDB that closes its connection when the database is erased, because an open connection, in
 * whatever tab, would delay the erasure.
 * @param onErased is called when the database is erased.
 */
export const openYieldingDatabase = (onErased) => {
    const use = createStore('sendoff', 'sendoff');
    return openIndexedDb((mode, callback) => use(mode, (records) => {
        const { db } = records.transaction;
        db.onversionchange = () => {
            db.close();
            onErased();
        };
        return callback(records);
    }));
};
