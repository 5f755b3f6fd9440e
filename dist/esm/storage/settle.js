import { jsonOf } from "../core/json.js";
import { count } from "../core/state.js";
import { countIn, newOf, putEvents, triedKeyOf } from "./chunk.js";
/**
 * Removes the events of an attempt that have come to an end, and keeps the others for later.
 * @param isDoubtful whatever was answered, the vendor may have them: there was another attempt.
 */
export const settle = async (t, state, { part, keys }, outcomes, name, isDoubtful) => {
    const fresh = newOf(name);
    let at = 0;
    for (const key of keys) {
        const tried = triedKeyOf(key);
        const again = [];
        const left = [];
        // Others may have settled it.
        const isThere = (await t.get(key)) ?? (await t.get(tried));
        for (const event of part.events.slice(at, at + countIn(key))) {
            const outcome = outcomes[at++];
            const { type, reason = 'delivered' } = outcome ?? { type: 'retry' };
            if (!isThere)
                continue;
            if (type === 'retry')
                (isDoubtful || reason === 'unanswered' || reason === 'alone' ? again : left).push(event);
            else {
                count(state, reason, 1);
                if (type === 'dropped')
                    t.put(`${name}/d/${event.id}`, jsonOf({ event, ...outcome }));
            }
        }
        t.remove(key);
        t.remove(tried);
        putEvents(t, triedKeyOf(fresh), again);
        putEvents(t, fresh, left);
    }
};
