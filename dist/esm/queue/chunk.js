import { jsonOf } from "../core/json.js";
import { countIn, keyOf } from "../core/record-key.js";
import { TRIES } from "../store/durable.js";
/**
 * Whether the database may not have it: what others have taken is there, even if this page was not told yet. Before it was given
 * to any store, `tries` is undefined, and the comparison false.
 * @param mark the highest record that anyone has taken.
 */
export const mayBeUnstored = ({ key, durable, tries }, mark) => !durable && (tries < TRIES || key > mark);
const MAX_EVENTS = 20;
/** Writes a record of these events, if there are any. */
export const putEvents = (t, prefix, events) => {
    if (events[0])
        t.put(keyOf(prefix, events), jsonOf(events));
};
/**
 * The keys of the records that hold just the first `length` of these events, which lie in the records `keys`. The last
 * of them may have to be cut, into pieces of one size: where events go one by one, it is written once, not for each.
 * @param onRest told of each piece that stays.
 */
export const cutAfter = (t, prefix, keys, events, length, onRest) => {
    let end = 0;
    return keys.flatMap((key) => {
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
            onRest(`${events[from]?.id}`);
        }
        return keyOf(prefix, mine);
    });
};
export const cutIntoChunks = (prefix, events) => {
    const chunks = [];
    let open = [];
    for (const event of events) {
        if (open[0]?.group !== event.group || open.length === MAX_EVENTS) {
            open = [];
            chunks.push(open);
        }
        open.push(event);
    }
    return chunks.map((chunk) => ({
        key: keyOf(prefix, chunk),
        json: `[${chunk.map(({ json }) => json)}]`,
    }));
};
