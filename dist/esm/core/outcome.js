/**
 * Returns what an HTTP status means for a whole request that the vendor has not accepted. It returns nothing where the
 * request was refused, because the destination may know which event is the cause. A success that is not the vendor's
 * own word comes from a proxy, a login page or a service worker; a redirect comes from no vendor.
 */
export const failureOf = (status, afterMs) => {
    const reason = status < 400 || [408, 502, 504].includes(status)
        ? 'unanswered'
        : status === 429
            ? 'limited'
            : status > 499
                ? 'busy'
                : [401, 403, 404].includes(status) && 'paused';
    return reason ? { type: 'retry', reason, afterMs, detail: `HTTP ${status}` } : undefined;
};
/** Returns what an HTTP status means, as `failureOf` does, for a vendor whose every success is its own word. */
export const outcomeOfStatus = (status, afterMs) => status > 199 && status < 300 ? { type: 'delivered' } : failureOf(status, afterMs);
/** Cuts a vendor's words to the length that is stored with a dead letter or a pause. */
export const wordsOf = (text) => text.slice(0, 2_000);
/** Returns the outcomes of a refusal that names no event: the cause is found when it is refused alone. */
export const refusalOf = (events, words) => events[1]
    ? { type: 'retry', reason: 'together' }
    : { type: 'dropped', reason: 'refused', detail: wordsOf(words) };
/** Tells whether no answer came for any of these events. */
export const isUnanswered = (outcomes) => outcomes.every(({ reason }) => reason === 'unanswered' || reason === 'offline');
