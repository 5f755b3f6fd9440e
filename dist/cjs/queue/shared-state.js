"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.postpone = exports.learn = exports.goesAlone = exports.count = exports.spent = exports.waitMs = exports.stateFrom = exports.JUMP_MS = void 0;
const json_ts_1 = require("../core/json.js");
const HOUR_MS = 3_600_000;
/** No back-off is as long: what says so was not written by us. */
const LAST_MS = 2 * HOUR_MS;
/** A clock that jumps so far was wrong, before or now. Or nobody was here for a month: then what waits may go on to. */
exports.JUMP_MS = 720 * HOUR_MS;
const isText = (value) => typeof value === 'string';
const isCount = (value) => typeof value === 'number' && value >= 0;
/** Of what somebody has written, as much as could be ours: of `like`'s type, with parts of the right type. */
const sane = (found, like) => {
    if (found?.constructor !== like?.constructor)
        return like;
    if (Array.isArray(found))
        return found.filter(isText);
    return typeof like === 'number' && !isCount(found) ? like : found;
};
/** The entries that are of the right type. */
const only = (found, is) => Object.fromEntries(Object.entries(found).filter(([, value]) => is(value)));
/** The state as it was written. What was written before the clock was set back says nothing about now. */
const stateFrom = (json, now) => {
    const state = {
        at: 0,
        since: 0,
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
        repeats: 0,
        repeatDue: 0,
        repeated: false,
        silent: false,
        tries: {},
        refused: {},
        counts: {},
    };
    const found = (0, json_ts_1.parsed)(json);
    // Whatever else another program, or a crash, has left.
    for (const [name, like] of Object.entries(state))
        state[name] = sane(found[name], like);
    state.tries = only(state.tries, isCount);
    state.refused = only(state.refused, isText);
    state.counts = only(state.counts, isCount);
    if (Math.abs(state.at - now) > exports.JUMP_MS || state.since > now)
        state.since = now;
    if (state.at > now || state.due > now + LAST_MS)
        state.due = 0;
    if (state.at > now || state.repeatDue > now + LAST_MS)
        state.repeatDue = 0;
    state.at = now;
    return state;
};
exports.stateFrom = stateFrom;
/** Exponential back-off ends at some four minutes, or at an hour where the vendor names a time. */
const MAX_DOUBLINGS = 7;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
const waitMs = ({ due }, burstMs, now) => due - burstMs - now;
exports.waitMs = waitMs;
/** `due` after one more request. */
const spent = ({ due }, costMs, burstMs, now) => Math.min(Math.max(due, now), now + burstMs) + costMs;
exports.spent = spent;
const count = (state, reason, events) => {
    state.counts[reason] = (state.counts[reason] ?? 0) + events;
};
exports.count = count;
/** Fewer events than these go one by one where requests have failed of late. */
const FEW = 50;
/**
 * Whether the next of so many waiting events goes alone, where the vendor counts such requests apart. Who has failed
 * of late, for whatever reason, goes on one by one until refused again; then all go at once by chance, the likelier
 * the more there are: so a crowd uses up both limits. `bench/crowd/` has chosen this, and the waits.
 */
const goesAlone = ({ failures, reason }, waiting, random) => waiting < FEW * (reason ? random : failures);
exports.goesAlone = goesAlone;
/** The first time, it is this much more than the vendor says: at most twice its time and these. */
const FIRST_MS = 3_000;
/** Milliseconds until the next request, after one that failed. */
const backOffMs = ({ failures, reason }, outcome, crowdMs, random) => {
    const givenMs = Math.min(HOUR_MS, Math.max(0, outcome.afterMs ?? 0)) || 0;
    if (outcome.reason === 'paused')
        return HOUR_MS;
    const isLimit = outcome.reason === 'limited';
    const isFirst = isLimit && reason !== 'limited';
    // A limit whose end is known is over then. Where no script may read it, most of a crowd is gone in a quarter of it.
    if (isFirst && givenMs)
        return givenMs + random * (givenMs + FIRST_MS);
    if (isFirst && crowdMs)
        return (crowdMs * (1 + 3 * random)) / 4;
    const afterMs = givenMs + (isLimit ? crowdMs : 0);
    // Full jitter, after the time that the vendor names and as wide: who failed together does not return together.
    const spreadMs = (2_000 + 3 * afterMs) * 2 ** Math.min(MAX_DOUBLINGS, failures);
    return Math.min(HOUR_MS, afterMs + random * spreadMs);
};
/** What a request with these outcomes teaches. */
const learn = (state, outcomes, { burstMs, crowdMs = 0 }, { now, random }) => {
    const before = { ...state };
    let together = 0;
    let gone = 0;
    Object.assign(state, { failures: 0.97 * Math.min(1, before.failures), reason: '', detail: '' });
    for (const outcome of outcomes) {
        const { type, reason, detail = '' } = outcome;
        if (reason === 'together')
            together++;
        else if (type !== 'retry')
            gone++;
        else if (reason !== 'alone' && reason !== 'identifier')
            Object.assign(state, {
                failures: before.failures + 1,
                reason,
                detail,
                due: now + burstMs + backOffMs(before, outcome, crowdMs, random),
            });
    }
    // Delivered, the first half of a refused batch leaves the guilty in the other.
    state.bad = outcomes[together] ? Math.max(0, state.bad - gone) : together;
};
exports.learn = learn;
/** A repeat had no answer, again: new events need not wait for it, nor it for them. */
const postpone = (state, { now, random }) => {
    state.repeatDue = now + random * 2_000 * 2 ** Math.min(MAX_DOUBLINGS, ++state.repeats);
};
exports.postpone = postpone;
