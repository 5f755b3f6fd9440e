import { jsonOf } from "../core/json.js";
import { countIn, keyOf } from "../core/record-key.js";
/** Writes a record of these events, if there are any. */
export const putEvents = (t, prefix, events) => {
    if (events[0])
        t.put(keyOf(prefix, events), jsonOf(events));
};
/**
 * Cuts the records `keys`, in which these events lie, after the first `length` of them. The last record may fall into
 * pieces, of one size: where events go one by one, it is written once, not for each.
 */
export const cutAfter = (t, prefix, { keys, events }, length) => {
    const rests = [];
    let end = 0;
    const before = keys.flatMap((key) => {
        const start = end;
        end += countIn(key);
        if (end <= length)
            return key;
        const mine = events.slice(start, length);
        if (!mine[0])
            return [];
        t.remove(key);
        putEvents(t, prefix, mine);
        for (let from = length; from < end; from += mine.length) {
            putEvents(t, prefix, events.slice(from, Math.min(end, from + mine.length)));
            rests.push(`${events[from]?.id}`);
        }
        return keyOf(prefix, mine);
    });
    return { keys: before, rests };
};
