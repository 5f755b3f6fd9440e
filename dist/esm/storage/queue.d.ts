import type { Destination } from '../core/destination.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Answer } from './attempt.ts';
import type { OnLoss } from './change.ts';
import type { Chunk } from './chunk.ts';
import type { QueueWorld, Retention } from './queue-options.ts';
/**
 * One destination's durable queue. Reading it never removes: only `settle` does, after the answer.
 * @param queue the name of all that is stored of it.
 */
export declare const createQueue: ({ newId, now, random, openStore, area, setTimer }: QueueWorld, destination: Destination, queue: string, { maxAgeDays, maxEvents }: Retention, onLoss: OnLoss) => {
    handOff: (unsent: Set<Chunk>, maxBytes: number) => import("./attempt.ts").Attempt | undefined;
    /** Resolves when the chunks are durable. */
    push(chunks: readonly Chunk[]): Promise<void>;
    begin: (grantedAt: number, isHopeful: boolean) => Promise<import("./attempt.ts").Begun>;
    /** Writes down what became of an attempt: removes its events, or keeps them for later. Returns the last word. */
    settle: (answer: Answer) => Promise<readonly Outcome[]>;
    census: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Partial<Record<import("../core/outcome.ts").DropReason | "delivered", number>>;
        paused: string;
        storage: "memory" | "indexeddb";
    }>;
};
export type Queue = ReturnType<typeof createQueue>;
