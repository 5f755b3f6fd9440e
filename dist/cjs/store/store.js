"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createMemoryStore = void 0;
/** Makes the store for a page where nothing survives: a sandboxed frame, or a browser that refuses storage. */
const createMemoryStore = () => {
    const records = new Map();
    let last = Promise.resolve();
    return (work) => {
        // Transactions run one at a time, as in a database.
        const result = last.then(() => work({
            get: async (key) => records.get(key),
            keys: async (prefix, limit, after = '') => [...records.keys()]
                .filter((key) => key.startsWith(prefix) && key > after)
                .sort()
                .slice(0, limit),
            put: (key, value) => records.set(key, value),
            remove: (key) => records.delete(key),
        }));
        last = result.catch(() => undefined);
        return result;
    };
};
exports.createMemoryStore = createMemoryStore;
