import { countAll, countIn, firstIdIn, newOf, unansweredKeyOf } from "../core/record-key.js";
import { HAND_OFF_EVENTS } from "./chunk.js";
import { goesAlone } from "./shared-state.js";
/** Of so many records one is chosen: a drain of a thousand repeats, one by one, looks at them a thousand times. */
const MAX_UNANSWERED = 100;
/** From the second try without an answer on, a request takes this many times fewer events than the last one. */
const QUARTER = 4;
/**
 * A request with the last of so many events leaves as many behind as may leave with a page. It may be too large to outlive
 * its own page: then these are above the watermark, and can be handed off while it is under way.
 */
const MANY = 160;
/** The first records of at least so many events. */
export const within = (keys, most) => {
    let room = most;
    return keys.filter((key) => {
        room -= countIn(key);
        // There was room before it.
        return room + countIn(key) > 0;
    });
};
/**
 * Chooses between what was never attempted and what had no answer: in turn, and the latter not before its own back-off
 * is over. So an event that is never answered delays the others by half at most, and by next to nothing in the end.
 */
export const choose = async (t, state, { destination, queue }, time) => {
    const { events, resent = events } = destination.limits;
    const fresh = newOf(queue);
    const again = unansweredKeyOf(fresh);
    const triesOf = (key) => state.tries[firstIdIn(key)] ?? 0;
    // Until then, the answer to a hand-off may still come.
    const doubtful = state.until ? [] : await t.keys(again, MAX_UNANSWERED);
    const isDue = destination.assumeDelivered || state.repeatDue <= time;
    const isReady = !!doubtful[0] && isDue;
    const unsent = isReady && !state.repeated ? [] : await t.keys(fresh, events);
    const isRepeat = isReady && !unsent[0];
    const due = state.until || (doubtful[0] ? state.repeatDue : Infinity);
    if (!isRepeat) {
        const waiting = countAll(unsent);
        // One by one, they would not be worth it.
        const left = waiting < MANY || goesAlone(state, HAND_OFF_EVENTS, 1) ? 0 : HAND_OFF_EVENTS;
        const keys = within(unsent, Math.min(events, waiting - left));
        return { isRepeat, prefix: fresh, keys, most: events, tries: 0, due };
    }
    // What was tried least goes first: the guilty ones of those that failed together remain. While nothing is answered
    // tries are not counted: then all have their turn. Others than last time, in any case: so the innocent are found.
    const least = Math.min(...doubtful.map(triesOf));
    const candidates = state.silent ? doubtful : doubtful.filter((key) => triesOf(key) === least);
    const next = candidates[Math.floor(state.repeats % candidates.length)];
    const tries = triesOf(next);
    const group = doubtful.filter((key) => triesOf(key) === tries);
    const narrowed = Math.ceil(events / QUARTER ** Math.max(0, Math.max(tries, state.repeats) - 1)) || 1;
    const most = Math.min(resent, narrowed);
    const keys = within(group.slice(group.indexOf(next)), most);
    return { isRepeat, prefix: again, keys, most, tries, due };
};
