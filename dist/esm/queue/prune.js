import { countAll, countIn, recordsOf } from "../core/record-key.js";
import { count } from "./shared-state.js";
/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 */
export const prune = async (t, state, { queue, maxEvents }, onLoss) => {
    const keys = await t.keys(recordsOf(queue));
    const most = countAll(keys) - countAll(state.sending) - maxEvents;
    let events = 0;
    // In this order: a hundred thousand may wait, and a thousand be on their way.
    for (const key of keys)
        if (most > events && !state.sending.includes(key)) {
            t.remove(key);
            events += countIn(key);
            count(state, 'evicted', countIn(key));
        }
    if (events)
        onLoss('evicted', events);
};
