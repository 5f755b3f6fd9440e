"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cutIntoChunks = exports.isTooLarge = exports.HAND_OFF_EVENTS = void 0;
const record_key_ts_1 = require("../core/record-key.js");
/** Several such chunks fit into what may leave with a page. */
const MAX_EVENTS = 20;
/**
 * So many events at the beginning of a burst lie in such chunks, and those at its end that are left for a hand-off. What lies
 * between leaves in large requests alone.
 */
const FIRST = 100;
/** A large request leaves so many events at the end of a burst to the hand-off of a page that is left meanwhile. */
exports.HAND_OFF_EVENTS = 40;
const MANY = 100;
/** No chunk of more than so many characters has more than `MAX_EVENTS`: with them, it fits into any request. */
const LARGE_CHARS = 100_000;
/** Whether it is a chunk out of the midst of a burst, too large for a request of so many bytes. */
const isTooLarge = ({ key, json }, maxBytes) => (0, record_key_ts_1.countIn)(key) > MAX_EVENTS && json.length > maxBytes;
exports.isTooLarge = isTooLarge;
/** @param most events that a request carries. */
const cutIntoChunks = (prefix, events, most = MANY) => {
    const chunks = [];
    let open = [];
    let chars = 0;
    for (const [index, event] of events.entries()) {
        const isSmall = index <= FIRST || index >= events.length - exports.HAND_OFF_EVENTS || chars > LARGE_CHARS;
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
        key: (0, record_key_ts_1.keyOf)(prefix, chunk),
        json: `[${chunk.map(({ json }) => json)}]`,
    }));
};
exports.cutIntoChunks = cutIntoChunks;
