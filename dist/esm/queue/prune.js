import { countAll, countIn, recordsOf } from "../core/record-key.js";
import { pagesOf } from "../store/pages.js";
import { count } from "./shared-state.js";
import { tally } from "./tally.js";
/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 */
export const prune = async (t, state, { queue, maxEvents }, onLoss) => {
    const prefix = recordsOf(queue);
    const most = (await tally(t, prefix)).events - countAll(state.sending) - maxEvents;
    let events = 0;
    for await (const keys of pagesOf(t, prefix)) {
        // In this order: a hundred thousand may wait, and a thousand be on their way.
        for (const key of keys)
            if (most > events && !state.sending.includes(key)) {
                t.remove(key);
                events += countIn(key);
                count(state, 'evicted', countIn(key));
            }
        if (most <= events)
            break;
    }
    if (events)
        onLoss('evicted', events);
};
