"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.FOR_EVER = exports.LEASE_MS = exports.believedUntil = exports.HAND_OFF_MS = void 0;
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
exports.HAND_OFF_MS = 10_000;
/** Until when an answer to a hand-off is awaited, or was; 0 where that is no time of this clock. Anybody may have written it. */
const believedUntil = (until, time) => typeof until === 'number' && until <= time + exports.HAND_OFF_MS ? until : 0;
exports.believedUntil = believedUntil;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
exports.LEASE_MS = 45_000;
/** Of a sender that has ended: nothing is sent any more. */
exports.FOR_EVER = { ms: Infinity };
