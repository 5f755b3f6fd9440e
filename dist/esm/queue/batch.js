import { groupOf } from "../core/stored-event.js";
/** Bytes of UTF-8. A `Blob` would tell them, too, and ask another process. */
export const bytesOf = (text) => new TextEncoder().encode(text).length;
/** Gathers records, oldest first, for one request of at most so many bytes. */
export const createBatch = (destination, maxBytes) => {
    const events = [];
    let room = maxBytes;
    let unmeasured = '';
    let group;
    return {
        events,
        /** Tells whether the record goes with the others; the first always does. */
        takes(json, found) {
            const its = destination.mixes ? '' : groupOf(found[0]);
            group ??= its;
            unmeasured += json;
            // No character has more than three bytes: most batches are never measured.
            if (unmeasured.length * 3 >= room) {
                room -= bytesOf(unmeasured);
                unmeasured = '';
            }
            const fits = !events[0] || (its === group && room > 0 && events.length + found.length <= destination.limits.events);
            if (fits)
                events.push(...found);
            return fits;
        },
    };
};
