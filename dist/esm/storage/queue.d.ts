import type { Attempt, Destination, Part } from '../core/destination.ts';
import { type TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import { type Chunk } from './chunk.ts';
import type { Notes } from './notes.ts';
import { type Store } from './store.ts';
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export declare const HAND_OFF_MS = 10000;
export interface QueueOptions {
    readonly destination: Destination;
    readonly tab: string;
    readonly store: Store;
    readonly notes: Notes;
    readonly now: () => number;
    readonly random: () => number;
    readonly maxAgeMs: number;
    readonly maxEvents: number;
    readonly onMemory: () => void;
}
export type Settled = readonly (readonly [TrackedEvent, Outcome])[];
/** What the sender finds: a request to make, events that need none, or how long to wait (0: look again). */
export type Begun = {
    readonly key: string;
    readonly part: Part;
    readonly attempt: Attempt;
} | {
    readonly settled: Settled;
} | {
    readonly ms: number;
    readonly failing?: boolean;
};
/**
 * One destination's durable queue. Under its name lie: `e/` the events in batches, `d/` dead letters, `w/` the
 * last chunk that each tab has written, `s` the shared state.
 */
export declare const createQueue: (options: QueueOptions) => {
    EVENTS: string;
    push: (chunks: readonly Chunk[], tries?: number) => Promise<void>;
    /** Writes a chunk down at once; the database may get it, too. */
    note: ({ key, json }: Chunk) => string;
    /**
     * Writes down, at once and then in the database, that these chunks are handed off as one batch; '' when
     * another tab has taken something for sending in this very moment. First the note, then the look; `begin`
     * looks last, too.
     */
    handOff(keys: readonly string[], events: readonly TrackedEvent[]): string;
    /** Chooses what is sent next and writes down that it is, in one transaction. */
    begin: (grantedAt: number, hopeful: boolean) => Promise<Begun>;
    /** Writes down what became of the first events of a batch: removes them, or keeps them for later. */
    settle: (key: string, outcomes: readonly Outcome[], attempt: Attempt) => Promise<void>;
    census: () => Promise<{
        queued: number;
        inFlight: number;
        oldestMs: number;
        delivered: number;
        dropped: Readonly<Record<string, number>>;
        paused: string;
    }>;
};
export type Queue = ReturnType<typeof createQueue>;
