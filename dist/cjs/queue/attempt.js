"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.FOR_EVER = exports.LEASE_MS = exports.awaitedUntil = exports.HAND_OFF_MS = void 0;
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
exports.HAND_OFF_MS = 10_000;
/** Until when the answer to a hand-off may come, if it may; no longer than any of ours. Anybody may have written it. */
const awaitedUntil = (until, time) => typeof until === 'number' && until > time && until <= time + exports.HAND_OFF_MS ? until : 0;
exports.awaitedUntil = awaitedUntil;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
exports.LEASE_MS = 45_000;
/** Of a sender that has ended: nothing is sent any more. */
exports.FOR_EVER = { ms: Infinity };
