/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, 60 random bits.
 *
 * Ids of one tab always ascend, also when the clock is set back: the queue is sorted by them. Within one
 * millisecond only the counter moves, so a burst costs one draw of random digits a millisecond.
 */
export const createIds = (now, randomHex) => {
    let last = 0;
    let counter = 0;
    let head = '';
    let tail = '';
    return () => {
        const time = now();
        if (time > last || ++counter > 0xfff) {
            last = Math.max(time, last + 1);
            counter = 0;
            head = `${timePart(last)}-7`;
            tail = `-8${randomHex(3)}-${randomHex(12)}`;
        }
        return head + hex(counter, 3) + tail;
    };
};
/** How the ids of that millisecond begin. */
export const timePart = (ms) => hex(ms, 12).replace(/.{8}/, '$&-');
/** The milliseconds since 1970 at which an id was made. */
export const timeOfId = (id) => Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
const hex = (value, digits) => value.toString(16).padStart(digits, '0');
