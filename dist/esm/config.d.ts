import type { Destination } from './core/destination.ts';
/** The options of `createTracker`. Only `destinations` is required. */
export interface TrackerOptions {
    /** The vendors that the events are sent to; at least one, and none twice. */
    readonly destinations: readonly Destination[];
    /**
     * Age in days after which an event that could not be delivered is dropped with the reason `expired`.
     * @default 7
     */
    readonly maxAgeDays?: number;
    /**
     * Number of events that may wait in one destination's queue; when there are more, the oldest are dropped.
     * @default 100_000
     */
    readonly maxEvents?: number;
    /**
     * Separates what this tracker stores (its events and who the visitor is) from what other trackers of the origin
     * store, even where their accounts are the same. It consists of letters, digits, `.`, `_` and `-`, at most 64.
     * @default none
     */
    readonly namespace?: string;
    /**
     * Path on the site's own origin at which it serves `sendoff.worker.js`. With it, a service worker delivers the stored
     * events, even after the last page of the site is closed.
     * @default none, and the pages deliver
     */
    readonly worker?: string;
}
export type Config = Required<TrackerOptions>;
/** Checks the options and adds the defaults. @throws {TypeError} that names the option that is wrong. */
export declare const configOf: (options: TrackerOptions) => Config;
/**
 * Returns the name of each destination's queue.
 * @throws {TypeError} when a name cannot be part of a key, an account is missing, or two destinations are the same.
 */
export declare const queuesOf: ({ destinations, namespace }: Config) => readonly string[];
