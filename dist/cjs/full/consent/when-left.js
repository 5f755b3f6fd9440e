"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whenLeft = void 0;
/**
 * Calls `leave` when the page is left. It listens in the capturing phase, so that a client that begins in `leave` hears
 * the same event itself, later.
 */
const whenLeft = (leave, signal) => {
    const until = { capture: true, signal };
    addEventListener('pagehide', leave, until);
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), until);
};
exports.whenLeft = whenLeft;
