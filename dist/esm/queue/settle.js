import { jsonOf } from "../core/json.js";
import { isUnanswered } from "../core/outcome.js";
import { countIn, firstIdIn, newOf, unansweredKeyOf } from "../core/record-key.js";
import { putEvents } from "./chunk.js";
import { count } from "./shared-state.js";
/** Of so many records it is remembered how often they were tried; then it is counted anew. */
const MOST_TRIED = 500;
/** Whether, by this outcome, the vendor may have the event. */
const isDoubtful = ({ reason }) => reason === 'unanswered' || reason === 'alone';
/**
 * Counts the events that have come to an end, and keeps the refused ones as dead letters.
 * @param doubtful where the vendor may have all of them.
 */
const endOrStay = (t, state, queue, events, outcomes, doubtful) => {
    const staying = { again: [], left: [] };
    events.forEach((event, index) => {
        const outcome = outcomes[index] ?? UNKNOWN;
        if (outcome.type === 'retry')
            staying[doubtful ?? (isDoubtful(outcome) ? 'again' : 'left')].push(event);
        else
            count(state, outcome.reason ?? 'delivered', 1);
        if (outcome.type === 'dropped')
            t.put(`${queue}/d/${event.id}`, jsonOf({ event, ...outcome }));
    });
    return staying;
};
/** Of an event that was not mentioned. */
const UNKNOWN = { type: 'retry', reason: 'together' };
/** Whether a record lies there. Its key alone is read: it is the first of those that begin with it. */
const isStored = async (t, key) => (await t.keys(key, 1))[0] === key;
/**
 * Removes the events of an attempt that have come to an end, and keeps the others for later. Returns whether its records
 * are there.
 * @param isOvertaken whatever was answered, the vendor may have them: there may have been another attempt.
 */
export const settle = async (t, state, { events, keys, outcomes }, queue, isOvertaken) => {
    const fresh = newOf(queue);
    // Where nothing is answered at all, it is no event's fault.
    const more = outcomes[0]?.reason === 'unanswered' && isUnanswered(outcomes) && !state.silent ? 1 : 0;
    let isThere = false;
    let at = 0;
    if (Object.keys(state.tries).length > MOST_TRIED)
        state.tries = {};
    // Others may have settled it.
    const found = keys.map(async (key) => [key, (await isStored(t, key)) || (await isStored(t, unansweredKeyOf(key)))]);
    for (const [key, isFound] of await Promise.all(found)) {
        isThere = isFound;
        const tried = unansweredKeyOf(key);
        const end = at + countIn(key);
        const its = isThere ? events.slice(at, end) : [];
        const { again, left } = endOrStay(t, state, queue, its, outcomes.slice(at, end), isOvertaken || key === tried ? 'again' : undefined);
        at = end;
        t.remove(key);
        t.remove(tried);
        putEvents(t, unansweredKeyOf(fresh), again);
        putEvents(t, fresh, left);
        const tries = (state.tries[firstIdIn(key)] ?? 0) + more;
        delete state.tries[firstIdIn(key)];
        if (again[0] && tries)
            state.tries[again[0].id] = tries;
    }
    return isThere;
};
