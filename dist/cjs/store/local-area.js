"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLocalArea = void 0;
/**
 * Makes a local area. `area` throws where the page may not have storage (a sandboxed frame, refused cookies), and when
 * it is full.
 */
const createLocalArea = (area) => {
    const attempt = (work) => {
        try {
            return work(area());
        }
        catch {
            // Every caller has a second place for what it keeps here.
            return;
        }
    };
    return {
        keys: () => attempt(Object.keys) ?? [],
        get: (key) => attempt((storage) => storage.getItem(key)),
        set: (key, value) => attempt((storage) => storage.setItem(key, value)),
        delete: (key) => attempt((storage) => storage.removeItem(key)),
    };
};
exports.createLocalArea = createLocalArea;
