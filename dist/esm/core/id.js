/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, and 60 random bits that are
 * drawn once: they keep the ids of different tabs apart, time and counter those of the same.
 *
 * Ids of one tab always ascend, also when the clock is set back: the queue is sorted by them. Time and counter
 * are one number, which has the right number of digits since 2004, and is exact (being even) until 2109.
 *
 * @param randomHex sixteen random hexadecimal digits.
 */
export const createIds = (now, randomHex) => {
    const tail = randomHex.replace(/.(...)/, '-8$1-');
    let last = 0;
    return () => {
        last = Math.max(now() * 4096, last + 2);
        return `0${last.toString(16)}`.replace(/(.{8})(.{4})/, '$1-$2-7') + tail;
    };
};
/** The milliseconds since 1970 at which an id was made. */
export const timeOfId = (id) => Number.parseInt(id.replace('-', ''), 16);
