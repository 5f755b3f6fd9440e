"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createClaim = void 0;
const attempt_ts_1 = require("./attempt.js");
const choose_ts_1 = require("./choose.js");
const cut_ts_1 = require("./cut.js");
const gather_ts_1 = require("./gather.js");
const identifiers_ts_1 = require("./identifiers.js");
const mark_unanswered_ts_1 = require("./mark-unanswered.js");
const shared_state_ts_1 = require("./shared-state.js");
const wait_for_ts_1 = require("./wait-for.js");
const DAY_MS = 86_400_000;
/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000;
const attemptFor = ({ isRepeat }, state, events, random) => isRepeat ? 'resend' : (0, shared_state_ts_1.goesAlone)(state, events, random()) ? 'alone' : 'first';
/** Until when the answer to a hand-off may come, if it may. */
const awaitedUntil = ({ until }, time) => until > time ? (0, attempt_ts_1.believedUntil)(until, time) : 0;
/** Since when an event may have been tracked. */
const oldestOf = ({ since }, limits, maxAgeDays, time) => {
    const tooOld = time - Math.min(maxAgeDays, limits.maxAgeDays ?? maxAgeDays) * DAY_MS;
    // The age of what was tracked before the clock was corrected is not known: it counts from then on.
    return since < tooOld ? tooOld : 0;
};
/** Counts, and tells, what has come to an end while it waited. */
const countEnded = (state, { ended }, onLoss) => {
    for (const [reason, events] of ended) {
        (0, shared_state_ts_1.count)(state, reason, events);
        // What is assumed to be delivered is no loss.
        if (reason !== 'delivered')
            onLoss(reason, events);
    }
};
/** Writes down that what was cut out is on its way. */
const writeDown = (state, { isRepeat, tries }, { keys, rests }) => {
    // The rest of a record that was cut was tried as often.
    if (tries)
        for (const id of rests)
            state.tries[id] = tries;
    state.sending = keys;
    state.repeated = isRepeat;
};
/** What is sent of what was found. A batch that was refused without naming the guilty is searched by halves. */
const eventsFor = ({ bad, refused }, found, most) => found.slice(0, Math.min(most, bad ? bad >> 1 || 1 : most)).map((event) => (0, identifiers_ts_1.withoutRefused)(event, refused));
/**
 * Chooses what is sent next and writes down that it is, in one transaction.
 * @param grantedAt since when the caller has the lock; 0 where it has none.
 */
const createClaim = ({ now, random }, its, { list, watermark }, change) => (grantedAt, trigger) => change(async (t, state, known, onLoss) => {
    const { destination, queue, maxAgeDays } = its;
    const { limits } = destination;
    const time = now();
    // Corrected since the state was read, which says when events are too old: it is read again.
    if (Math.abs(time - state.at) > shared_state_ts_1.JUMP_MS)
        return { ms: 0 };
    if ((0, wait_for_ts_1.isTaken)(state, grantedAt, time))
        return { ms: BUSY_MS };
    // The network may be back: then all repeats go, and not those of the first request alone.
    if (trigger === 'change')
        state.repeatDue = 0;
    const wait = (0, wait_for_ts_1.waitFor)(state, limits.burstMs, time, trigger);
    if (wait)
        return wait;
    // Whoever was sending is dead.
    await (0, mark_unanswered_ts_1.markUnanswered)(t, state.sending);
    state.sending = [];
    state.until = awaitedUntil(state, time);
    const choice = await (0, choose_ts_1.choose)(t, state, its, time);
    const oldest = oldestOf(state, limits, maxAgeDays, time);
    const found = await (0, gather_ts_1.gather)(t, destination, choice, oldest);
    countEnded(state, found, onLoss);
    // What was held for these people is older: it goes before them.
    if (await destination.release?.(t, queue, found.events, oldest))
        return { ms: 0 };
    if (!found.events[0])
        return { ms: choice.keys[0] ? 0 : choice.due - time };
    const events = eventsFor(state, found.events, choice.most);
    const part = destination.encode(events, attemptFor(choice, state, events.length, random), time);
    // First the watermark, then the look: a page that was left in between has not seen the watermark.
    watermark((0, choose_ts_1.within)(found.keys, part.events.length));
    if (list().some((place) => !known.includes(place)))
        return { ms: 0 };
    writeDown(state, choice, (0, cut_ts_1.cutAfter)(t, choice.prefix, found, part.events.length));
    // The clock may have been set back since: this must be as old as what `change` says.
    state.lease = now() + attempt_ts_1.LEASE_MS;
    state.locked = grantedAt > 0;
    state.due = (0, shared_state_ts_1.spent)(state, part.costMs, limits.burstMs, now());
    return { ...part, keys: state.sending, lease: state.lease };
});
exports.createClaim = createClaim;
