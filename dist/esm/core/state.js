export const NEW_STATE = {
    due: 0,
    leaseUntil: 0,
    failures: 0,
    reason: '',
    detail: '',
    delivered: 0,
    dropped: {},
};
const HOUR_MS = 3_600_000;
/** Exponential back-off, up to this. */
const LAST_RETRY_MS = 300_000;
/**
 * Milliseconds until `time`; 0 also for a time that is further ahead than anyone would have set it, which was
 * written before the clock was set back.
 */
export const remaining = (time, most, now) => time > now && time <= now + most ? time - now : 0;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export const waitMs = ({ due }, burstMs, now) => remaining(due - burstMs, 2 * HOUR_MS, now);
/** The state after one more request. */
export const spent = (state, costMs, burstMs, now) => ({
    ...state,
    due: Math.min(Math.max(state.due, now), now + burstMs) + costMs,
});
/** The state with these outcomes counted. */
export const counted = (state, outcomes) => {
    const dropped = { ...state.dropped };
    let { delivered } = state;
    for (const { type, reason } of outcomes)
        if (type === 'delivered')
            delivered++;
        else if (type === 'dropped')
            dropped[reason] = (dropped[reason] ?? 0) + 1;
    return { ...state, delivered, dropped };
};
/** The state after a request that had these outcomes. */
export const learned = (state, outcomes, burstMs, now, random) => {
    const failure = outcomes.find((outcome) => outcome.type === 'retry' && outcome.reason !== 'together');
    const next = { ...counted(state, outcomes), failures: 0, reason: '', detail: '', leaseUntil: 0 };
    if (failure?.type !== 'retry')
        return next;
    const { reason, detail = '', afterMs = 0 } = failure;
    const failures = state.failures + 1;
    // Full jitter, and some where the vendor names the time: who failed together does not return together.
    const backoffMs = random() * Math.min(LAST_RETRY_MS, 1_000 * 2 ** failures);
    return {
        ...next,
        failures,
        reason,
        detail,
        due: now + burstMs + (reason === 'paused' ? HOUR_MS : afterMs + backoffMs),
    };
};
