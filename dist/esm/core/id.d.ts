/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, 60 random bits.
 *
 * Ids of one tab always ascend, also when the clock is set back: the queue is sorted by them. Within one
 * millisecond only the counter moves, so a burst costs one draw of random digits a millisecond.
 */
export declare const createIds: (now: () => number, randomHex: (digits: number) => string) => () => string;
/** How the ids of that millisecond begin. */
export declare const timePart: (ms: number) => string;
/** The milliseconds since 1970 at which an id was made. */
export declare const timeOfId: (id: string) => number;
