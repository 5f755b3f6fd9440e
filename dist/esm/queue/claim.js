import { HAND_OFF_MS, LEASE_MS } from "./attempt.js";
import { createBatch } from "./batch.js";
import { choose, within } from "./choose.js";
import { cutAfter } from "./chunk.js";
import { gather } from "./gather.js";
import { withoutRefused } from "./identifiers.js";
import { markUnanswered } from "./mark-unanswered.js";
import { count, goesAlone, JUMP_MS, spent } from "./shared-state.js";
import { waitFor } from "./wait-for.js";
const DAY_MS = 86_400_000;
const firstAttempt = (state, waiting, random) => goesAlone(state, waiting, random) ? 'alone' : 'first';
/** Until when the answer to a hand-off may come, if it may; no longer than any of ours. */
const awaitedUntil = ({ until }, time) => until > time && until <= time + HAND_OFF_MS ? until : 0;
/** Since when an event may have been tracked. */
const oldestOf = ({ since }, limits, maxAgeDays, time) => {
    const tooOld = time - Math.min(maxAgeDays, limits.maxAgeDays ?? maxAgeDays) * DAY_MS;
    // The age of what was tracked before the clock was corrected is not known: it counts from then on.
    return since < tooOld ? tooOld : 0;
};
/** Writes down that the first so many of the events that were found are on their way. */
const writeDown = (t, state, { isRepeat, prefix, tries }, taken, found, events) => {
    // The rest of a record that was cut was tried as often.
    const onRest = (id) => {
        if (tries)
            state.tries[id] = tries;
    };
    state.sending = cutAfter(t, prefix, taken, found, events, onRest);
    state.repeated = isRepeat;
};
/** Reads what was chosen, as much as fits into one request. Counts, and removes, what is not to be sent any more. */
const readChosen = async (t, state, destination, { isRepeat, keys }, oldest, onLoss) => {
    const { events: found, takes } = createBatch(destination, destination.limits.bytes);
    const isAssumed = isRepeat && destination.assumeDelivered;
    const taken = await gather(t, keys, takes, oldest, isAssumed, (reason, events) => {
        count(state, reason, events);
        // What is assumed to be delivered is no loss.
        if (reason !== 'delivered')
            onLoss(reason, events);
    });
    return { found, taken };
};
/** What is sent of what was found. A batch that was refused without naming the guilty is searched by halves. */
const eventsFor = ({ bad, refused }, found, most) => found.slice(0, Math.min(most, bad ? bad >> 1 || 1 : most)).map((event) => withoutRefused(event, refused));
/**
 * Chooses what is sent next and writes down that it is, in one transaction.
 * @param grantedAt since when the caller has the lock; 0 where it has none.
 * @param ignoresBackOff whether something has changed since the last request, but the time.
 */
export const createClaim = ({ now, random }, destination, queue, maxAgeDays, { list, mark }, change) => (grantedAt, ignoresBackOff) => change(async (t, state, known, onLoss) => {
    const { limits } = destination;
    const time = now();
    // Corrected since the state was read, which says when events are too old: it is read again.
    if (Math.abs(time - state.at) > JUMP_MS)
        return { ms: 0 };
    const dueUntil = ignoresBackOff ? Infinity : time;
    const wait = waitFor(state, limits.burstMs, grantedAt, time, dueUntil);
    if (wait)
        return wait;
    // Whoever was sending is dead.
    await markUnanswered(t, state.sending);
    state.sending = [];
    state.until = awaitedUntil(state, time);
    const choice = await choose(t, state, destination, queue, time, dueUntil);
    const { isRepeat } = choice;
    const oldest = oldestOf(state, limits, maxAgeDays, time);
    const { found, taken } = await readChosen(t, state, destination, choice, oldest, onLoss);
    // What was held for these people is older: it goes before them.
    if (await destination.release?.(t, queue, found, oldest))
        return { ms: 0 };
    if (!found[0])
        return { ms: choice.keys[0] ? 0 : choice.ms };
    const events = eventsFor(state, found, choice.most);
    const part = destination.encode(events, isRepeat ? 'resend' : firstAttempt(state, events.length, random()), time);
    // First the mark, then the look: a page that was left in between has not seen the mark.
    mark(within(taken, part.events.length));
    if (list().some((place) => !known.includes(place)))
        return { ms: 0 };
    writeDown(t, state, choice, taken, found, part.events.length);
    // The clock may have been set back since: this must be as old as what `change` says.
    state.lease = now() + LEASE_MS;
    state.locked = grantedAt > 0;
    state.due = spent(state, part.costMs, limits.burstMs, now());
    return { ...part, keys: state.sending, lease: state.lease };
});
