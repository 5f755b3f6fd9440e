import type { Attempt, Part } from '../core/destination.ts';
import type { TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import { type Chunk } from './chunk.ts';
import { type QueueOptions } from './shelf.ts';
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export declare const HAND_OFF_MS = 10000;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export declare const LEASE_MS = 45000;
/** What the sender finds: a request to make, or how long to wait (0: look again). */
export type Begun = {
    readonly key: string;
    readonly part: Part;
    readonly attempt: Attempt;
} | {
    readonly ms: number;
    readonly failing?: boolean;
};
/** One destination's durable queue. Reading it never removes: only `settle` does, after the answer. */
export declare const createQueue: (options: QueueOptions) => {
    EVENTS: string;
    push: (chunks: readonly Chunk[]) => Promise<void>;
    mark: (key?: string) => string;
    /** Writes a chunk down at once; the database may get it, too. Without one, nobody would take the note in. */
    note: ({ key, json }: Chunk) => boolean;
    /** Takes the notes of pages that were left into the database. */
    adopt(): Promise<void>;
    /**
     * Writes down, at once and then in the database, that these chunks are handed off as one batch; '' when that
     * could not be written at once: then nobody else would know.
     */
    handOff(keys: readonly string[], events: readonly TrackedEvent[]): string;
    /** Chooses what is sent next and writes down that it is, in one transaction. */
    begin: (grantedAt: number, hopeful: boolean) => Promise<Begun>;
    /**
     * Writes down what became of the first events of a batch: removes them, or keeps them for later. Without
     * `attempt` it was a hand-off. If others have resent it meanwhile, this answer says nothing of theirs.
     */
    settle: (key: string, outcomes: readonly Outcome[], attempt?: Attempt) => Promise<void>;
    census: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Readonly<Partial<Record<import("../core/outcome.ts").DropReason | "delivered", number>>>;
        paused: string;
        storage: "memory" | "indexeddb";
    }>;
};
export type Queue = ReturnType<typeof createQueue>;
