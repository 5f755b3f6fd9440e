import type { Outcome } from './outcome.ts';
/** What all tabs share about one destination, beside its events. */
export interface LaneState {
    /** What requests have cost so far, as a time; see `waitMs`. */
    readonly due: number;
    /** The present sender is believed to be alive until then. */
    readonly leaseUntil: number;
    /** Attempts that failed since the last that did not. */
    readonly failures: number;
    /** Why the last one failed; '' when it did not. */
    readonly reason: string;
    /** The vendor's words, if it had any. */
    readonly detail: string;
    readonly delivered: number;
    readonly dropped: Readonly<Record<string, number>>;
}
export declare const NEW_STATE: LaneState;
/**
 * Milliseconds until `time`; 0 also for a time that is further ahead than anyone would have set it, which was
 * written before the clock was set back.
 */
export declare const remaining: (time: number, most: number, now: number) => number;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export declare const waitMs: ({ due }: LaneState, burstMs: number, now: number) => number;
/** The state after one more request. */
export declare const spent: (state: LaneState, costMs: number, burstMs: number, now: number) => LaneState;
/** The state with these outcomes counted. */
export declare const counted: (state: LaneState, outcomes: readonly Outcome[]) => LaneState;
/** The state after a request that had these outcomes. */
export declare const learned: (state: LaneState, outcomes: readonly Outcome[], burstMs: number, now: number, random: () => number) => LaneState;
