const hex = (value, digits) => value.toString(16).padStart(digits, '0');
/** What all ids of that millisecond begin with. */
export const startOfId = (time) => hex(time, 12).replace(/.{8}/, '$&-');
/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, and 60 random bits.
 *
 * An id that is given its time is an event's. Those share random bits that are drawn once, and a loop of track() costs
 * next to nothing: they keep the ids of different tabs apart, time and counter those of the same. Every other id (a
 * visitor's, a session's) has random bits of its own: who knows it cannot guess those of events.
 *
 * Ids of one tab always ascend, also when the clock is set back or tells fractions: the queue is sorted by them.
 *
 * @param randomHex draws sixteen hexadecimal digits.
 */
export const createIds = (now, randomHex) => {
    const drawn = () => randomHex().replace(/.(...)/, '-8$1-');
    const tail = drawn();
    /** What the ids of events end with, by the counter: a loop comes to the same ones every millisecond. */
    const tails = [];
    let last = 0;
    let counter = 0xfff;
    // Made once a millisecond.
    let head = '';
    return (eventTime) => {
        const time = Math.floor(eventTime ?? now());
        if (time > last || ++counter > 0xfff) {
            last = Math.max(time || 0, last + 1);
            counter = 0;
            head = `${startOfId(last)}-7`;
        }
        if (eventTime === undefined)
            return head + hex(counter, 3) + drawn();
        tails[counter] ??= hex(counter, 3) + tail;
        return head + tails[counter];
    };
};
/** The milliseconds since 1970 at which an id was made. */
export const timeOfId = (id) => Number.parseInt(id.replace('-', ''), 16);
