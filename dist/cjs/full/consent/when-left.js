"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whenLeft = void 0;
/** In the capturing phase: so a client that begins now hears of it itself, later in the same event. */
const whenLeft = (leave, signal) => {
    const until = { capture: true, signal };
    addEventListener('pagehide', leave, until);
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), until);
};
exports.whenLeft = whenLeft;
