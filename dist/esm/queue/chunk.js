import { jsonOf } from "../core/json.js";
import { countIn, keyOf } from "../core/record-key.js";
import { TRIES } from "../store/durable.js";
/**
 * Whether the database may not have it: what others have taken is there, even if this page was not told yet. Before it was given
 * to any store, `tries` is undefined, and the comparison false.
 * @param mark the highest record that anyone has taken.
 */
export const mayBeUnstored = ({ key, durable, tries }, mark) => !durable && (tries < TRIES || key > mark);
/** Several such chunks fit into what may leave with a page. */
const MAX_EVENTS = 20;
/**
 * So many at the beginning of a burst lie in such chunks, and so many at its end, which are left for the hand-off while a
 * large request is sent. What lies between leaves in large requests alone.
 */
const FIRST = 100;
export const LAST = 40;
const MANY = 100;
/** No chunk of more than so many characters has more than `MAX_EVENTS`: with them, it fits into any request. */
const LARGE_CHARS = 100_000;
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
/** Whether it is a chunk out of the midst of a burst, too large for a request of so many bytes. */
export const isTooLarge = ({ key, json }, maxBytes) => countIn(key) > MAX_EVENTS && json.length > maxBytes;
/** @param most events that a request carries. */
export const cutIntoChunks = (prefix, events, most = MANY) => {
    const chunks = [];
    let open = [];
    let chars = 0;
    for (const [index, event] of events.entries()) {
        const isSmall = index <= FIRST || index >= events.length - LAST || chars > LARGE_CHARS;
        const isFull = open.length >= (isSmall ? MAX_EVENTS : Math.max(MAX_EVENTS, Math.min(MANY, most)));
        if (open[0]?.group !== event.group || isFull) {
            open = [];
            chars = 0;
            chunks.push(open);
        }
        open.push(event);
        chars += event.json.length;
    }
    return chunks.map((chunk) => ({
        key: keyOf(prefix, chunk),
        json: `[${chunk.map(({ json }) => json)}]`,
    }));
};
