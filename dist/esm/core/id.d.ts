/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, and 60 random bits that are
 * drawn once: they keep the ids of different tabs apart, time and counter those of the same.
 *
 * Ids of one tab always ascend, also when the clock is set back: the queue is sorted by them.
 *
 * @param randomHex sixteen random hexadecimal digits.
 */
export declare const createIds: (now: () => number, randomHex: string) => () => string;
/** The milliseconds since 1970 at which an id was made. */
export declare const timeOfId: (id: string) => number;
