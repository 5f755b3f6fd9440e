import { parsed } from "./json.js";
/** The state as it was written. What was written before the clock was set back says nothing about now. */
export const stateFrom = (json, now) => {
    const state = {
        at: 0,
        due: 0,
        lease: 0,
        locked: false,
        failures: 0,
        reason: '',
        detail: '',
        bad: 0,
        sending: [],
        until: 0,
        seen: [],
        counts: {},
    };
    const found = parsed(json);
    // Whatever else another program, or a crash, has left.
    for (const [name, value] of Object.entries(state))
        if (found[name]?.constructor === value.constructor)
            Object.assign(state, { [name]: found[name] });
    if (state.at > now)
        state.due = state.lease = state.until = 0;
    return state;
};
const HOUR_MS = 3_600_000;
/** Exponential back-off, up to this. */
const LAST_RETRY_MS = 300_000;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export const waitMs = ({ due }, burstMs, now) => due - burstMs - now;
/** `due` after one more request. */
export const spent = ({ due }, costMs, burstMs, now) => Math.min(Math.max(due, now), now + burstMs) + costMs;
export const count = ({ counts }, reason, events) => {
    counts[reason] = (counts[reason] ?? 0) + events;
};
/** What a request with these outcomes teaches. */
export const learn = (state, outcomes, burstMs, now, random) => {
    const { failures } = state;
    let together = 0;
    let gone = 0;
    Object.assign(state, { failures: 0, reason: '', detail: '' });
    for (const { type, reason, detail = '', afterMs = 0 } of outcomes)
        if (reason === 'together')
            together++;
        else if (type !== 'retry')
            gone++;
        else if (reason !== 'alone') {
            // Full jitter, and some where the vendor names the time: who failed together does not return together.
            const backoffMs = Math.min(HOUR_MS, afterMs) + random * Math.min(LAST_RETRY_MS, 2_000 * 2 ** failures);
            const due = now + burstMs + (reason === 'paused' ? HOUR_MS : backoffMs);
            Object.assign(state, { failures: failures + 1, reason, detail, due });
        }
    // Delivered, the first half of a refused batch leaves the guilty in the other.
    state.bad = outcomes[together] ? Math.max(0, state.bad - gone) : together;
};
