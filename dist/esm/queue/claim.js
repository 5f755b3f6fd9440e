import { believedUntil, LEASE_MS } from "./attempt.js";
import { choose, within } from "./choose.js";
import { cutAfter } from "./cut.js";
import { gather } from "./gather.js";
import { withoutRefused } from "./identifiers.js";
import { markUnanswered } from "./mark-unanswered.js";
import { count, goesAlone, JUMP_MS, spent } from "./shared-state.js";
import { isTaken, waitFor } from "./wait-for.js";
const DAY_MS = 86_400_000;
/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000;
const attemptFor = ({ isRepeat }, state, events, random) => isRepeat ? 'resend' : goesAlone(state, events, random()) ? 'alone' : 'first';
/** Until when the answer to a hand-off may come, if it may. */
const awaitedUntil = ({ until }, time) => until > time ? believedUntil(until, time) : 0;
/** Since when an event may have been tracked. */
const oldestOf = ({ since }, limits, maxAgeDays, time) => {
    const tooOld = time - Math.min(maxAgeDays, limits.maxAgeDays ?? maxAgeDays) * DAY_MS;
    // The age of what was tracked before the clock was corrected is not known: it counts from then on.
    return since < tooOld ? tooOld : 0;
};
/** Counts, and tells, what has come to an end while it waited. */
const countEnded = (state, { ended }, onLoss) => {
    for (const [reason, events] of ended) {
        count(state, reason, events);
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
const eventsFor = ({ bad, refused }, found, most) => found.slice(0, Math.min(most, bad ? bad >> 1 || 1 : most)).map((event) => withoutRefused(event, refused));
/**
 * Chooses what is sent next and writes down that it is, in one transaction.
 * @param grantedAt since when the caller has the lock; 0 where it has none.
 */
export const createClaim = ({ now, random }, its, { list, watermark }, change) => (grantedAt, trigger) => change(async (t, state, known, onLoss) => {
    const { destination, queue, maxAgeDays } = its;
    const { limits } = destination;
    const time = now();
    // Corrected since the state was read, which says when events are too old: it is read again.
    if (Math.abs(time - state.at) > JUMP_MS)
        return { ms: 0 };
    if (isTaken(state, grantedAt, time))
        return { ms: BUSY_MS };
    // The network may be back: then all repeats go, and not those of the first request alone.
    if (trigger === 'change')
        state.repeatDue = 0;
    const wait = waitFor(state, limits.burstMs, time, trigger);
    if (wait)
        return wait;
    // Whoever was sending is dead.
    await markUnanswered(t, state.sending);
    state.sending = [];
    state.until = awaitedUntil(state, time);
    const choice = await choose(t, state, its, time);
    const oldest = oldestOf(state, limits, maxAgeDays, time);
    const found = await gather(t, destination, choice, oldest);
    countEnded(state, found, onLoss);
    // What was held for these people is older: it goes before them.
    if (await destination.release?.(t, queue, found.events, oldest))
        return { ms: 0 };
    if (!found.events[0])
        return { ms: choice.keys[0] ? 0 : choice.due - time };
    const events = eventsFor(state, found.events, choice.most);
    const part = destination.encode(events, attemptFor(choice, state, events.length, random), time);
    // First the watermark, then the look: a page that was left in between has not seen the watermark.
    watermark(within(found.keys, part.events.length));
    if (list().some((place) => !known.includes(place)))
        return { ms: 0 };
    writeDown(state, choice, cutAfter(t, choice.prefix, found, part.events.length));
    // The clock may have been set back since: this must be as old as what `change` says.
    state.lease = now() + LEASE_MS;
    state.locked = grantedAt > 0;
    state.due = spent(state, part.costMs, limits.burstMs, now());
    return { ...part, keys: state.sending, lease: state.lease };
});
