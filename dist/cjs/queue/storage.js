"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createStorage = void 0;
const durable_ts_1 = require("../store/durable.js");
/**
 * Where a queue lies: its records in the database, its notes in localStorage. When the database fails, both in memory: what
 * others noted would be lost there with the page.
 */
const createStorage = ({ openStore, area, setTimer }, onMemory) => {
    let local = area;
    return {
        areaNow: () => local,
        isMemory: () => local !== area,
        durably: (0, durable_ts_1.createDurable)(openStore, () => {
            local = new Map();
            onMemory();
        }, setTimer),
    };
};
exports.createStorage = createStorage;
