import { parsed } from "./json.js";
const HOUR_MS = 3_600_000;
/** No back-off is as long: what says so was not written by us. */
const LAST_MS = 2 * HOUR_MS;
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
            state[name] = found[name];
    if (state.at > now || state.due > now + LAST_MS)
        state.due = 0;
    return state;
};
/** Exponential back-off ends at some four minutes, or at an hour where the vendor names a time. */
const MAX_DOUBLINGS = 7;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export const waitMs = ({ due }, burstMs, now) => due - burstMs - now;
/** `due` after one more request. */
export const spent = ({ due }, costMs, burstMs, now) => Math.min(Math.max(due, now), now + burstMs) + costMs;
export const count = (state, reason, events) => {
    state.counts[reason] = (state.counts[reason] ?? 0) + events;
};
/** Fewer events than these go one by one where requests have failed of late. */
const FEW = 50;
/**
 * Whether the next of so many waiting events goes alone, where the vendor counts such requests apart. Who has failed
 * of late, for whatever reason, goes on one by one until refused again; then all go at once by chance, the likelier
 * the more there are: so a crowd uses up both limits. `bench/crowd/` has chosen this, and the waits.
 */
export const goesAlone = ({ failures, reason }, waiting, random) => waiting < FEW * (reason ? random : failures);
/** What a request with these outcomes teaches. */
export const learn = (state, outcomes, burstMs, now, random) => {
    const { failures } = state;
    let together = 0;
    let gone = 0;
    Object.assign(state, { failures: 0.97 * Math.min(1, failures), reason: '', detail: '' });
    for (const { type, reason, detail = '', afterMs = 0 } of outcomes)
        if (reason === 'together')
            together++;
        else if (type !== 'retry')
            gone++;
        else if (reason !== 'alone') {
            // Full jitter, after the time that the vendor names and as wide: who failed together does not return together.
            const spreadMs = (2_000 + 3 * afterMs) * 2 ** Math.min(MAX_DOUBLINGS, failures);
            const due = now + burstMs + (reason === 'paused' ? HOUR_MS : Math.min(HOUR_MS, afterMs + random * spreadMs));
            Object.assign(state, { failures: failures + 1, reason, detail, due });
        }
    // Delivered, the first half of a refused batch leaves the guilty in the other.
    state.bad = outcomes[together] ? Math.max(0, state.bad - gone) : together;
};
