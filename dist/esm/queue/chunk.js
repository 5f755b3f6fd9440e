import { countIn, keyOf } from "../core/record-key.js";
/** Several such chunks fit into what may leave with a page. */
const MAX_EVENTS = 20;
/**
 * So many events at the beginning of a burst lie in such chunks, and those at its end that are left for a hand-off. What lies
 * between leaves in large requests alone.
 */
const FIRST = 100;
/** A large request leaves so many events at the end of a burst to the hand-off of a page that is left meanwhile. */
export const HAND_OFF_EVENTS = 40;
const MANY = 100;
/** No chunk of more than so many characters has more than `MAX_EVENTS`: with them, it fits into any request. */
const LARGE_CHARS = 100_000;
/** Whether it is a chunk out of the midst of a burst, too large for a request of so many bytes. */
export const isTooLarge = ({ key, json }, maxBytes) => countIn(key) > MAX_EVENTS && json.length > maxBytes;
/** @param most events that a request carries. */
export const cutIntoChunks = (prefix, events, most = MANY) => {
    const chunks = [];
    let open = [];
    let chars = 0;
    for (const [index, event] of events.entries()) {
        const isSmall = index <= FIRST || index >= events.length - HAND_OFF_EVENTS || chars > LARGE_CHARS;
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
