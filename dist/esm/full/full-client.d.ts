import { type FullOptions } from './full-options.ts';
import type { FullTracker } from './full-tracker.ts';
import { type EarlyPage } from './page-watch.ts';
export interface FullClient {
    readonly track: FullTracker;
    /** Says when and on which page calls that were made before the script arrived were made; without, now and here. */
    readonly replayAt: (time?: number, page?: EarlyPage) => void;
}
/** A tracker in front of the bare one: it holds calls until that may start, and starts another after an erasure. */
export declare const createFullClient: (options: FullOptions, world?: import("../delivery/lane.ts").World) => FullClient;
