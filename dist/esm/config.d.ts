import type { Destination } from './core/destination.ts';
import { invalid } from './core/options.ts';
export { invalid };
/** What `createTracker` takes; everything but `destinations` may be left out. */
export interface TrackerOptions {
    /** Where the events go. */
    readonly destinations: readonly Destination[];
    /**
     * Days after which an event that could not be delivered is dropped.
     * @default 7
     */
    readonly maxAgeDays?: number;
    /**
     * Events that may wait in the queue; the oldest are evicted.
     * @default 100_000
     */
    readonly maxEvents?: number;
}
export type Config = Required<TrackerOptions>;
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export declare const configOf: (options: TrackerOptions) => Config;
