import { createStore } from 'idb-keyval';
import { openIndexedDb } from "./indexed-db.js";
/**
 * A store over IndexedDB that gives way when the database is erased: an open connection, in whatever tab, would
 * hold the erasure up.
 * @param onErased told when somebody erases the database.
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
