import type { Destination } from '../core/destination.ts';
import { type TrackedEvent } from '../core/event.ts';
/** Bytes of UTF-8. */
export declare const bytesOf: (text: string) => number;
/** Gathers records, oldest first, for one request of at most so many bytes. */
export declare const createBatch: (destination: Destination, maxBytes: number) => {
    events: TrackedEvent[];
    /** Tells whether the record goes with the others; the first always does. */
    takes(json: string, found: readonly TrackedEvent[]): boolean;
};
