import { type LaneState } from '../core/state.ts';
import type { Answer } from './attempt.ts';
import type { Transaction } from './store.ts';
/**
 * Removes the events of an attempt that have come to an end, and keeps the others for later. Returns whether its records
 * are there.
 * @param isOvertaken whatever was answered, the vendor may have them: there may have been another attempt.
 */
export declare const settle: (t: Transaction, state: LaneState, { events, keys, outcomes }: Answer, queue: string, isOvertaken: boolean) => Promise<boolean>;
