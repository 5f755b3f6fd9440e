"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openYieldingDatabase = void 0;
const idb_keyval_1 = require("idb-keyval");
const indexed_db_ts_1 = require("./indexed-db.js");
/**
 * A store over IndexedDB that gives way when the database is erased: an open connection, in whatever tab, would
 * hold the erasure up.
 * @param onErased told when somebody erases the database.
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
