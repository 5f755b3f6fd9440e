import { jsonOf } from "../core/json.js";
const MAX_EVENTS = 20;
/** Of the records of a destination, all of them; of those that were never attempted. */
export const recordsOf = (name) => `${name}/e/`;
export const newOf = (name) => `${name}/e/new/`;
/** The journal: what the vendor may have lies apart, and sorts first. */
export const triedKeyOf = (key) => key.replace('/new/', '/again/');
/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
export const keyOf = (prefix, events) => `${prefix + events[0]?.id}/${events.length}`;
/** Writes a record of these events, if there are any. */
export const putEvents = (t, prefix, events) => {
    if (events[0])
        t.put(keyOf(prefix, events), jsonOf(events));
};
export const countIn = (key) => Number(key.split('/')[4]) || 0;
export const countAll = (keys) => keys.reduce((sum, key) => sum + countIn(key), 0);
/**
 * The keys of the records that hold just the first `length` of these events, which lie in the records `keys`: the last
 * of them may have to be cut in two.
 */
export const cutAfter = (t, prefix, keys, events, length) => {
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
        putEvents(t, prefix, events.slice(length, end));
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
