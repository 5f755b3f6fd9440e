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
export declare const createIds: (now: () => number, randomHex: () => string) => (eventTime?: number) => string;
/** The milliseconds since 1970 at which an id was made. */
export declare const timeOfId: (id: string) => number;
