/** At most so many requests in any span of this length. */
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
/** Gives requests their turns, first come first served, so that the vendor's limit holds. */
export interface Pace {
    /** Takes the next turn, unless it comes only after `maxWaitMs`. */
    take(nowMs: number, maxWaitMs: number): PaceTurn | Promise<PaceTurn>;
    /** The vendor has said that it is too much: others use the same limit. */
    quiet(untilMs: number, nowMs: number): void | Promise<void>;
}
/**
 * Requests leave when they like, but take unlike time to arrive: a vendor's window may see those of a slightly
 * longer span.
 */
export declare const JITTER = 1.05;
/** A pace that this process keeps for itself. */
export declare const createPace: ({ requests, windowMs }: Rate) => {
    take(nowMs: number, maxWaitMs: number): PaceTurn;
    quiet(untilMs: number): void;
};
