import type { Tracker } from './tracker.ts';
/** What a server-side rendering calls: nothing is stored, nothing is sent, and nobody has to wait. */
export declare const inertTracker: () => Tracker;
