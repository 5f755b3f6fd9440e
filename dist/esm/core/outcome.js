/**
 * What an HTTP status means for a whole request, whatever the vendor; nothing where the request was refused,
 * for the destination may know the guilty event.
 */
export const outcomeOfStatus = (status, afterMs) => {
    if (status < 300)
        return { type: 'delivered' };
    const reason = [408, 502, 504].includes(status)
        ? 'unanswered'
        : status === 429 || status > 499
            ? 'busy'
            : [401, 403, 404].includes(status) && 'paused';
    return reason ? { type: 'retry', reason, afterMs, detail: `HTTP ${status}` } : undefined;
};
/** What a refusal that names no event means for each of these: the guilty one is found when it is refused alone. */
export const refusalOf = (events, detail) => events[1] ? { type: 'retry', reason: 'together' } : { type: 'dropped', reason: 'refused', detail };
