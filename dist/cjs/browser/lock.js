"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLock = void 0;
const createLock = (name) => async (work) => {
    try {
        return await navigator.locks.request(name, { ifAvailable: true }, (lock) => work(lock ? Date.now() : 0));
    }
    catch {
        // The browser has no locks here, or has taken this one away (WebKit, when the page enters its cache): the lease
        // is enough.
        return work(0);
    }
};
exports.createLock = createLock;
