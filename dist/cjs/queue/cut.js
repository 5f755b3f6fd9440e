"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cutAfter = exports.putEvents = void 0;
const json_ts_1 = require("../core/json.js");
const record_key_ts_1 = require("../core/record-key.js");
/** Writes a record of these events, if there are any. */
const putEvents = (t, prefix, events) => {
    if (events[0])
        t.put((0, record_key_ts_1.keyOf)(prefix, events), (0, json_ts_1.jsonOf)(events));
};
exports.putEvents = putEvents;
/**
 * Cuts the records `keys`, in which these events lie, after the first `length` of them. The last record may fall into
 * pieces, of one size: where events go one by one, it is written once, not for each.
 */
const cutAfter = (t, prefix, { keys, events }, length) => {
    const rests = [];
    let end = 0;
    const before = keys.flatMap((key) => {
        const start = end;
        end += (0, record_key_ts_1.countIn)(key);
        if (end <= length)
            return key;
        const mine = events.slice(start, length);
        if (!mine[0])
            return [];
        t.remove(key);
        (0, exports.putEvents)(t, prefix, mine);
        for (let from = length; from < end; from += mine.length) {
            (0, exports.putEvents)(t, prefix, events.slice(from, Math.min(end, from + mine.length)));
            rests.push(`${events[from]?.id}`);
        }
        return (0, record_key_ts_1.keyOf)(prefix, mine);
    });
    return { keys: before, rests };
};
exports.cutAfter = cutAfter;
