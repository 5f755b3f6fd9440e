"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isUnanswered = exports.refusalOf = exports.wordsOf = exports.outcomeOfStatus = exports.failureOf = void 0;
/**
 * What an HTTP status means for a whole request that the vendor has not accepted; nothing where it was refused, for the
 * destination may know the guilty event. A success that is not the vendor's own word is a proxy's, a login page's, a
 * service worker's; and a redirect is nobody's.
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
/** The same, where every success is the vendor's word. */
const outcomeOfStatus = (status, afterMs) => status > 199 && status < 300 ? { type: 'delivered' } : (0, exports.failureOf)(status, afterMs);
exports.outcomeOfStatus = outcomeOfStatus;
/** The longest detail that is stored of a vendor's words, with a dead letter or a pause. */
const wordsOf = (text) => text.slice(0, 2_000);
exports.wordsOf = wordsOf;
/** What a refusal that names no event means for each of these: the guilty one is found when it is refused alone. */
const refusalOf = (events, words) => events[1]
    ? { type: 'retry', reason: 'together' }
    : { type: 'dropped', reason: 'refused', detail: (0, exports.wordsOf)(words) };
exports.refusalOf = refusalOf;
/** Whether nobody has said anything about these events. */
const isUnanswered = (outcomes) => outcomes.every(({ reason }) => reason === 'unanswered' || reason === 'offline');
exports.isUnanswered = isUnanswered;
