import { type LaneState } from '../core/state.ts';
import { type Begun } from './attempt.ts';
/** How long another sender, the vendor's limit or a back-off is to be waited for. */
export declare const waitFor: (state: LaneState, burstMs: number, grantedAt: number, time: number, dueUntil: number) => Begun | undefined;
