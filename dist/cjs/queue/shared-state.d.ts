import type { Destination } from '../core/destination.ts';
import type { DropReason, Identifier, Outcome } from '../core/outcome.ts';
/** Events that have left the queue. */
export type Counts = Partial<Record<DropReason | 'delivered', number>>;
/** What all tabs share about one destination, beside its events. A draft: transactions change it and write it back. */
export interface SharedState {
    /** When this was written; of what was read, when it was read. */
    at: number;
    /** Since when the clock has gone on without a jump: only by such a clock is an event too old. */
    since: number;
    /** What requests have cost so far, as a time; see `waitMs`. */
    due: number;
    /** The present sender is believed to be alive until then. */
    lease: number;
    /** Whether it sends under a lock: then whoever gets the lock later knows that it is dead. */
    locked: boolean;
    /** Attempts that failed in a row; afterwards less than one, and less with every answer that is no failure. */
    failures: number;
    /** Why the last one failed, with the vendor's words; '' when it did not. */
    reason: string;
    detail: string;
    /** Among the first so many events is one that the vendor refuses. */
    bad: number;
    /** The journal: the records of the request that is on its way. */
    sending: readonly string[];
    /** Until when the answer to a hand-off may come. */
    until: number;
    /** The notes that were taken in last. */
    seen: string[];
    /** Repeats that had no answer in a row: they have a back-off of their own, and are due again then. */
    repeats: number;
    repeatDue: number;
    /** The last request was a repeat: a new event is next, if there is one. */
    repeated: boolean;
    /** No request has been answered since one had no answer: it may be the network, and is no event's fault. */
    silent: boolean;
    /** How often records, by their first id, had no answer while others had. */
    tries: Record<string, number>;
    /** What the vendor has refused of a person: events go without it. */
    refused: Partial<Record<Identifier, string>>;
    counts: Counts;
}
/** When something is decided, and a number by chance: who failed together does not return together. */
export interface Moment {
    readonly now: number;
    readonly random: number;
}
/** A clock that jumps so far was wrong, before or now. Or nobody was here for a month: then what waits may go on to. */
export declare const JUMP_MS: number;
/** The state as it was written. What was written before the clock was set back says nothing about now. */
export declare const stateFrom: (json: string | undefined, now: number) => SharedState;
/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export declare const waitMs: ({ due }: SharedState, burstMs: number, now: number) => number;
/** `due` after one more request. */
export declare const spent: ({ due }: SharedState, costMs: number, burstMs: number, now: number) => number;
export declare const count: (state: SharedState, reason: keyof Counts, events: number) => void;
/**
 * Whether the next of so many waiting events goes alone, where the vendor counts such requests apart. Who has failed
 * of late, for whatever reason, goes on one by one until refused again; then all go at once by chance, the likelier
 * the more there are: so a crowd uses up both limits. `bench/crowd/` has chosen this, and the waits.
 */
export declare const goesAlone: ({ failures, reason }: SharedState, waiting: number, random: number) => boolean;
/** What a request with these outcomes teaches. */
export declare const learn: (state: SharedState, outcomes: readonly Outcome[], { burstMs, crowdMs }: Destination["limits"], { now, random }: Moment) => void;
/** A repeat had no answer, again: new events need not wait for it, nor it for them. */
export declare const postpone: (state: SharedState, { now, random }: Moment) => void;
