/** Statuses that mean the same at every vendor. */
const REASONS = {
    401: 'paused',
    403: 'paused',
    404: 'paused',
    408: 'unanswered',
    429: 'rate-limit',
    504: 'unanswered',
};
/**
 * What an HTTP status means for a whole request; nothing where the request was refused, for the destination
 * may know the guilty event.
 */
export const outcomeOfStatus = (status, afterMs) => {
    if (status < 300)
        return { type: 'delivered' };
    const reason = REASONS[status] ?? (status >= 500 && 'server');
    return reason ? { type: 'retry', reason, afterMs, detail: `HTTP ${status}` } : undefined;
};
