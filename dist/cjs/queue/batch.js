"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createBatch = exports.bytesOf = void 0;
const stored_event_ts_1 = require("../core/stored-event.js");
/** Bytes of UTF-8. A `Blob` would tell them, too, and ask another process. */
const bytesOf = (text) => new TextEncoder().encode(text).length;
exports.bytesOf = bytesOf;
/** Gathers records, oldest first, for one request of at most so many bytes. */
const createBatch = (destination, maxBytes) => {
    const events = [];
    let room = maxBytes;
    let unmeasured = '';
    let group;
    return {
        events,
        /** Tells whether the record goes with the others; the first always does. */
        takes(json, found) {
            const its = destination.mixes ? '' : (0, stored_event_ts_1.groupOf)(found[0]);
            group ??= its;
            unmeasured += json;
            // No character has more than three bytes: most batches are never measured.
            if (unmeasured.length * 3 >= room) {
                room -= (0, exports.bytesOf)(unmeasured);
                unmeasured = '';
            }
            const fits = !events[0] || (its === group && room > 0 && events.length + found.length <= destination.limits.events);
            if (fits)
                events.push(...found);
            return fits;
        },
    };
};
exports.createBatch = createBatch;
