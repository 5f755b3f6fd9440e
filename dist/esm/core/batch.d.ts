import type { Attempt } from './destination.ts';
import { type TrackedEvent } from './event.ts';
import type { Outcome } from './outcome.ts';
/** Events of one group that lie in the queue as one record, and leave together as far as they can. */
export interface Batch {
    readonly events: readonly TrackedEvent[];
    /** The vendor may have the first so many: an attempt was made that is not answered. */
    readonly tried: number;
    /** Among the first so many is one that the vendor refuses. */
    readonly bad: number;
    /** The answer to a hand-off may come until then. */
    readonly until: number;
    /** The chunks that a hand-off has taken the place of. */
    readonly keys: readonly string[];
}
/** The record as it was written; without events where something else was found. */
export declare const batchFrom: (json: string | undefined) => Batch;
/** Both as one, when they may share a request. */
export declare const joined: (batch: Batch, next: Batch) => Batch | undefined;
/**
 * The events that go into the next request. A batch that was refused without naming the guilty is searched by
 * halves: of those that are known to hold a guilty one, the first half goes alone. Delivered, it leaves the
 * guilty in the other half; refused, it is searched in turn; and one event alone is guilty by the vendor's word.
 */
export declare const nextOf: ({ events, bad }: Batch) => readonly TrackedEvent[];
/** The batch after its first events have got these outcomes. */
export declare const batchAfter: ({ events, tried, bad }: Batch, outcomes: readonly Outcome[], attempt: Attempt) => Batch;
