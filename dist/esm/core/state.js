import { parsed } from "./json.js";
const NEW_STATE = {
    at: 0,
    due: 0,
    leaseUntil: 0,
    locked: false,
    failures: 0,
    reason: '',
    detail: '',
    counts: {},
};
/** The state as it was written. What was written before the clock was set back says nothing about now. */
export const stateFrom = (json, now) => {
    const state = { ...NEW_STATE, ...parsed(json) };
    return state.at > now ? { ...state, due: 0, leaseUntil: 0 } : state;
};
const HOUR_MS = 3_600_000;
/** Exponential back-off, up to this. */
const LAST_RETRY_MS = 300_000;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export const waitMs = ({ due }, burstMs, now) => Math.max(0, due - burstMs - now);
/** `due` after one more request. */
export const spent = ({ due }, costMs, burstMs, now) => Math.min(Math.max(due, now), now + burstMs) + costMs;
export const counted = (counts, reason, events) => events ? { ...counts, [reason]: (counts[reason] ?? 0) + events } : counts;
/** The state after a request that had these outcomes. */
export const learned = ({ due, counts, failures, leaseUntil, locked }, outcomes, burstMs, now, random) => {
    let next = { ...NEW_STATE, due, counts, leaseUntil, locked };
    for (const { type, reason = 'delivered', detail = '', afterMs = 0 } of outcomes)
        if (type !== 'retry')
            next = { ...next, counts: counted(next.counts, reason, 1) };
        else if (reason !== 'together') {
            // Full jitter, and some where the vendor names the time: who failed together does not return together.
            const backoffMs = Math.min(HOUR_MS, afterMs) + random * Math.min(LAST_RETRY_MS, 2_000 * 2 ** failures);
            const ms = reason === 'paused' ? HOUR_MS : backoffMs;
            next = { ...next, failures: failures + 1, reason, detail, due: now + burstMs + ms };
        }
    return next;
};
