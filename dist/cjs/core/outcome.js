"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isUnanswered = exports.refusalOf = exports.wordsOf = exports.outcomeOfStatus = exports.failureOf = void 0;
/**
 * Returns what an HTTP status means for a whole request that the vendor has not accepted. It returns nothing where the
 * request was refused, because the destination may know which event is the cause. A success that is not the vendor's
 * own word comes from a proxy, a login page or a service worker; a redirect comes from no vendor.
 */
const failureOf = (status, afterMs) => {
    const reason = status < 400 || [408, 502, 504].includes(status)
        ? 'unanswered'
        : status === 429
            ? 'limited'
            : status > 499
                ? 'busy'
                : [401, 403, 404].includes(status) && 'paused';
    return reason ? { type: 'retry', reason, afterMs, detail: `HTTP ${status}` } : undefined;
};
exports.failureOf = failureOf;
/** Returns what an HTTP status means, as `failureOf` does, for a vendor whose every success is its own word. */
const outcomeOfStatus = (status, afterMs) => status > 199 && status < 300 ? { type: 'delivered' } : (0, exports.failureOf)(status, afterMs);
exports.outcomeOfStatus = outcomeOfStatus;
/** Cuts a vendor's words to the length that is stored with a dead letter or a pause. */
const wordsOf = (text) => text.slice(0, 2_000);
exports.wordsOf = wordsOf;
/** Returns the outcomes of a refusal that names no event: the cause is found when it is refused alone. */
const refusalOf = (events, words) => events[1]
    ? { type: 'retry', reason: 'together' }
    : { type: 'dropped', reason: 'refused', detail: (0, exports.wordsOf)(words) };
exports.refusalOf = refusalOf;
/** Tells whether no answer came for any of these events. */
const isUnanswered = (outcomes) => outcomes.every(({ reason }) => reason === 'unanswered' || reason === 'offline');
exports.isUnanswered = isUnanswered;
