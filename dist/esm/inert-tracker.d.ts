import type { Closable } from './closing.ts';
import type { Tracker } from './tracker.ts';
/**
 * What a server-side rendering calls, and a page whose tracker is off: nothing is stored, nothing is sent, and nobody has to
 * wait.
 * @param why as each receipt tells it.
 */
export declare const inertTracker: (why?: string) => Tracker & Closable;
