import { type LaneState } from '../core/state.ts';
import type { OnLoss } from './change.ts';
import type { Transaction } from './store.ts';
/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 * @param prefix where the events' records are.
 */
export declare const prune: (t: Transaction, state: LaneState, prefix: string, maxEvents: number, onLoss: OnLoss) => Promise<void>;
