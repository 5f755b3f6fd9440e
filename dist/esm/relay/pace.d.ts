/** At most so many requests in any span of this length. */
export interface Rate {
    readonly requests: number;
    readonly windowMs: number;
}
export type Turn = {
    readonly type: 'granted';
    readonly waitMs: number;
} | {
    readonly type: 'full';
    readonly afterMs: number;
};
/** Gives requests their turns, first come first served, so that the vendor's limit holds. */
export declare const createPace: ({ requests, windowMs }: Rate) => {
    /** Takes the next turn, unless it comes only after `maxWaitMs`. */
    take(nowMs: number, maxWaitMs: number): Turn;
    /** The vendor has said that it is too much: others use the same limit. */
    quiet(untilMs: number): void;
};
