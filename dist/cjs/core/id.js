"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.timeOfId = exports.createIds = exports.startOfId = void 0;
const hex = (value, digits) => value.toString(16).padStart(digits, '0');
/** Returns the beginning of all ids of that millisecond. */
const startOfId = (time) => hex(time, 12).replace(/.{8}/, '$&-');
exports.startOfId = startOfId;
/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, and 60 random bits.
 *
 * An id that is given its time is the id of an event. All ids of events share random bits that are drawn once, so that
 * a loop of `track()` costs next to nothing: these bits keep the ids of different tabs apart, time and counter those of
 * the same tab. Every other id (a visitor's, a session's) has random bits of its own, so that nobody can guess the ids
 * of events from it.
 *
 * The ids of one tab always ascend, even when the clock is set back or tells fractions: the queue is sorted by them.
 *
 * @param randomHex draws sixteen hexadecimal digits.
 */
const createIds = (now, randomHex) => {
    const drawn = () => randomHex().replace(/.(...)/, '-8$1-');
    const tail = drawn();
    /** The ends of the ids of events, by the counter: a loop uses the same ends every millisecond. */
    const tails = [];
    let last = 0;
    let counter = 0xfff;
    // The beginning of the ids of this millisecond.
    let head = '';
    return (eventTime) => {
        const time = Math.floor(eventTime ?? now());
        if (time > last || ++counter > 0xfff) {
            last = Math.max(time || 0, last + 1);
            counter = 0;
            head = `${(0, exports.startOfId)(last)}-7`;
        }
        if (eventTime === undefined)
            return head + hex(counter, 3) + drawn();
        tails[counter] ??= hex(counter, 3) + tail;
        return head + tails[counter];
    };
};
exports.createIds = createIds;
/** Returns the milliseconds since 1970 at which an id was made. */
const timeOfId = (id) => Number.parseInt(id.replace('-', ''), 16);
exports.timeOfId = timeOfId;
