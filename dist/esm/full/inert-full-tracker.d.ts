import type { Closable } from '../closing.ts';
import type { FullTracker } from './full-tracker.ts';
/** What a server-side rendering calls, and a page that nobody looks at: nothing is stored, nothing is sent. */
export declare const inertFullTracker: (why?: string) => FullTracker & Closable;
