import type { Destination } from '../core/destination.ts';
import type { DropReason, Outcome } from '../core/outcome.ts';
import { type Attempt, type Begun } from './attempt.ts';
import { type Chunk } from './chunk.ts';
import type { QueueWorld, Retention } from './queue-options.ts';
/**
 * One destination's durable queue. Reading it never removes: only `settle` does, after the answer.
 * @param onLoss told of events that leave the queue without an answer, and (`memory`) that nothing survives the page.
 */
export declare const createQueue: ({ newId, now, random, openStore, area, setTimer }: QueueWorld, destination: Destination, { maxAgeDays, maxEvents }: Retention, onLoss: (reason: DropReason | "memory", events: number) => void) => {
    handOff: (unsent: Set<Chunk>, maxBytes: number) => Attempt | undefined;
    /** Resolves when the chunks are durable. */
    push(chunks: readonly Chunk[]): Promise<void>;
    /** Chooses what is sent next and writes down that it is, in one transaction. */
    begin: (grantedAt: number, hopeful: boolean) => Promise<Begun>;
    /** Writes down what became of an attempt: removes its events, or keeps them for later. */
    settle: (attempt: Attempt, outcomes: readonly Outcome[]) => Promise<void>;
    census: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Partial<Record<DropReason | "delivered", number>>;
        paused: string;
        storage: "memory" | "indexeddb";
    }>;
};
export type Queue = ReturnType<typeof createQueue>;
