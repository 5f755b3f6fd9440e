import type { Destination } from '../core/destination.ts';
import type { LaneState } from '../core/state.ts';
import type { Transaction } from './store.ts';
/** What may be sent next. */
export interface Choice {
    readonly isRepeat: boolean;
    /** Where its records lie. */
    readonly prefix: string;
    readonly keys: readonly string[];
    /** So many events at most, oldest first. */
    readonly most: number;
    /** How often each of them had no answer. */
    readonly tries: number;
    /** When nothing may be sent: milliseconds until that changes by itself. */
    readonly ms: number;
}
/**
 * Chooses between what was never attempted and what had no answer: in turn, and the latter not before its own back-off
 * is over. So an event that is never answered delays the others by half at most, and by next to nothing in the end.
 * @param dueUntil repeats whose back-off ends by then are due.
 */
export declare const choose: (t: Transaction, state: LaneState, destination: Destination, queue: string, time: number, dueUntil: number) => Promise<Choice>;
