import type { Outcome } from '../core/outcome.ts';
import { type LaneState } from '../core/state.ts';
import type { Attempt } from './attempt.ts';
import type { Transaction } from './store.ts';
/**
 * Removes the events of an attempt that have come to an end, and keeps the others for later.
 * @param isDoubtful whatever was answered, the vendor may have them: there was another attempt.
 */
export declare const settle: (t: Transaction, state: LaneState, { part, keys }: Attempt, outcomes: readonly Outcome[], name: string, isDoubtful: boolean) => Promise<void>;
