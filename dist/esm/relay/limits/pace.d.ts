/** At most this number of requests in any span of this length. */
export interface Rate {
    readonly requests: number;
    readonly windowMs: number;
}
export type PaceTurn = {
    readonly type: 'granted';
    readonly waitMs: number;
} | {
    readonly type: 'full';
    readonly afterMs: number;
};
/** Gives requests their turns, first come first served, so that the vendor's limit is kept. */
export interface Pace {
    /** Takes the next turn, unless it comes only after `maxWaitMs`. */
    take(nowMs: number, maxWaitMs: number): PaceTurn | Promise<PaceTurn>;
    /** Notes that the vendor has refused for too many requests: other senders use the same limit. */
    quiet(untilMs: number, nowMs: number): void | Promise<void>;
}
/**
 * Requests leave at any time and take different times to arrive, so a vendor's window may see those of a slightly
 * longer span.
 */
export declare const JITTER = 1.05;
/** Makes a pace that this process keeps for itself. */
export declare const createPace: ({ requests, windowMs }: Rate) => {
    take(nowMs: number, maxWaitMs: number): PaceTurn;
    quiet(untilMs: number): void;
};
