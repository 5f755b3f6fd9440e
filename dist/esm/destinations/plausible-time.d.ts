/**
 * Whether an event can have happened at `time`, seen from `now`. A device whose clock was at 1970, or years ahead, has
 * given its events times that no vendor should be told: without one, they take that of receipt.
 */
export declare const isPlausible: (time: number, now: number) => boolean;
