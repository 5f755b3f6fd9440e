"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openYieldingDatabase = void 0;
const idb_keyval_1 = require("idb-keyval");
const indexed_db_ts_1 = require("./indexed-db.js");
/**
 * Makes a store over IndexedDB that closes its connection when the database is erased, because an open connection, in
 * whatever tab, would delay the erasure.
 * @param onErased is called when the database is erased.
 */
const openYieldingDatabase = (onErased) => {
    const use = (0, idb_keyval_1.createStore)('sendoff', 'sendoff');
    return (0, indexed_db_ts_1.openIndexedDb)((mode, callback) => use(mode, (records) => {
        const { db } = records.transaction;
        db.onversionchange = () => {
            db.close();
            onErased();
        };
        return callback(records);
    }));
};
exports.openYieldingDatabase = openYieldingDatabase;
