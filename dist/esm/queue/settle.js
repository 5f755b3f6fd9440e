import { jsonOf } from "../core/json.js";
import { isUnanswered } from "../core/outcome.js";
import { countIn, firstIdIn, newOf, unansweredKeyOf } from "../core/record-key.js";
import { putEvents } from "./cut.js";
import { count } from "./shared-state.js";
/** Of so many records it is remembered how often they were tried; then it is counted anew. */
const MAX_TRIED = 500;
/** So many records are settled in one task: a thousand would block the page for longer than a frame. */
const AT_ONCE = 100;
/** Whether, by this outcome, the vendor may have the event. */
const isDoubtful = ({ reason }) => reason === 'unanswered' || reason === 'alone';
/** Of an event that was not mentioned. */
const UNKNOWN = { type: 'retry', reason: 'together' };
/** Whether a record lies there. Its key alone is read: it is the first of those that begin with it. */
const isStored = async (t, key) => (await t.keys(key, 1))[0] === key;
/**
 * Removes and counts the events of an attempt that have come to an end, the refused ones into dead letters, and keeps the
 * others for later. Returns whether its records are there.
 */
export const settle = async (t, state, { events, keys, outcomes, repeated }, queue) => {
    const fresh = newOf(queue);
    // Where nothing is answered at all, it is no event's fault.
    const more = outcomes[0]?.reason === 'unanswered' && isUnanswered(outcomes) && !state.silent ? 1 : 0;
    let isThere = false;
    let end = 0;
    if (Object.keys(state.tries).length > MAX_TRIED)
        state.tries = {};
    const settleRecord = (key) => {
        const tried = unansweredKeyOf(key);
        const start = end;
        end += countIn(key);
        const again = [];
        const left = [];
        const its = isThere ? events.slice(start, end) : [];
        its.forEach((event, index) => {
            const outcome = outcomes[start + index] ?? UNKNOWN;
            if (outcome.type === 'retry')
                (repeated || key === tried || isDoubtful(outcome) ? again : left).push(event);
            else
                count(state, outcome.reason ?? 'delivered', 1);
            if (outcome.type === 'dropped')
                t.put(`${queue}/d/${event.id}`, jsonOf({ event, ...outcome }));
        });
        t.remove(key);
        t.remove(tried);
        putEvents(t, unansweredKeyOf(fresh), again);
        putEvents(t, fresh, left);
        const tries = (state.tries[firstIdIn(key)] ?? 0) + more;
        delete state.tries[firstIdIn(key)];
        if (again[0] && tries)
            state.tries[again[0].id] = tries;
    };
    // Others may have settled it.
    const isFound = async (key) => (await isStored(t, key)) || isStored(t, unansweredKeyOf(key));
    for (let from = 0; from < keys.length; from += AT_ONCE) {
        const some = keys.slice(from, from + AT_ONCE);
        const found = await Promise.all(some.map(isFound));
        some.forEach((key, index) => {
            isThere = found[index];
            settleRecord(key);
        });
    }
    return isThere;
};
