import type { Destination } from './core/destination.ts';
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
    /**
     * Keeps what this tracker stores apart from other trackers of the origin, whatever their accounts: who the visitor is,
     * too. Letters, digits, `.`, `_` and `-`.
     * @default none
     */
    readonly namespace?: string;
    /**
     * Where the site serves `sendoff.worker.js`: a path of its own origin. Then a service worker delivers what is stored, also
     * when the last page of the site is gone.
     * @default none
     */
    readonly worker?: string;
}
export type Config = Required<TrackerOptions>;
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export declare const configOf: (options: TrackerOptions) => Config;
/**
 * The queue of each destination.
 * @throws {TypeError} where a name cannot be a key, an account is missing, or two destinations are the same.
 */
export declare const queuesOf: ({ destinations, namespace }: Config) => readonly string[];
