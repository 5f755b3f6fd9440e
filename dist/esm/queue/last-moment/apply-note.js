import { goneKeyOf, isRecordOf } from "../../core/record-key.js";
import { isEvent } from "../../core/stored-event.js";
import { believedUntil } from "../attempt.js";
import { markUnanswered } from "../mark-unanswered.js";
/** So many notes are remembered as taken in. */
const MAX_NOTES = 20;
const isAnswer = ({ events, outcomes, lease }) => Array.isArray(events) &&
    events.every(isEvent) &&
    Array.isArray(outcomes) &&
    outcomes.every((its) => its?.type && Object.values(its).every((part) => Object(part) !== part)) &&
    typeof lease === 'number';
/**
 * Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. Anybody may have written
 * it: what is no record of this queue is left out.
 */
export const applyNote = async (t, state, { queue, place, time, note }, applyAnswer) => {
    if (state.seen.includes(place))
        return;
    state.seen = [place, ...state.seen].slice(0, MAX_NOTES);
    const isOurs = (key) => isRecordOf(queue, key);
    const keys = Object.values({ ...note.keys }).filter(isOurs);
    if (note.outcomes)
        return isAnswer(note) && applyAnswer(t, state, { ...note, keys });
    for (const [key, json] of Object.entries({ ...note.chunks }))
        if (isOurs(key) && typeof json === 'string' && !(await t.get(goneKeyOf(key))))
            t.put(key, json);
    if (keys[0])
        state.until = Math.max(believedUntil(state.until, time), believedUntil(note.until, time));
    await markUnanswered(t, keys);
};
