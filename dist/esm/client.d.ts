import { type TrackerOptions } from './config.ts';
import type { Tracker } from './tracker.ts';
/** Where localStorage keeps who this visitor is. */
export declare const IDENTITY = "sendoff-identity";
export interface Client {
    readonly track: Tracker;
    /** Says when calls that were made before the script arrived were made; without a time, calls are made now. */
    readonly replayAt: (time?: number) => void;
}
/** The composition root: puts the parts together. */
export declare const createClient: (options: TrackerOptions, world?: import("./delivery/lane.ts").World) => Client;
