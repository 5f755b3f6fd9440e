import { createDurable } from "../store/durable.js";
/**
 * Where a queue lies: its records in the database, its notes in localStorage. When the database fails, both in memory: what
 * others noted would be lost there with the page.
 */
export const createStorage = ({ openStore, area, setTimer }, onMemory) => {
    let local = area;
    return {
        areaNow: () => local,
        isMemory: () => local !== area,
        durably: createDurable(openStore, () => {
            local = new Map();
            onMemory();
        }, setTimer),
    };
};
