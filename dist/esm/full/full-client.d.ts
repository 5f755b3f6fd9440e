import { type FullOptions } from './full-options.ts';
import type { FullTracker } from './full-tracker.ts';
export interface FullClient {
    readonly track: FullTracker;
    /** Says when calls that were made before the script arrived were made; without a time, calls are made now. */
    readonly replayAt: (time?: number) => void;
}
/** A tracker in front of the bare one: it holds calls until that may start, and starts another after an erasure. */
export declare const createFullClient: (options: FullOptions) => FullClient;
