import type { Destination, Part } from '../core/destination.ts';
import type { Chunk } from '../storage/chunk.ts';
import type { Queue } from '../storage/queue.ts';
/** What this tab has tracked and knows to be unsent: when it is left, that must not wait for any storage. */
export declare const createUnsent: (destination: Destination, queue: Queue) => {
    chunks: Map<Chunk, boolean>;
    /** Forgets what is being sent, and what is more than one request can carry: it is safe in the queue. */
    prune(): void;
    /**
     * Writes down what is not durable yet, and returns the request that is to leave with the page: the oldest of
     * one group. Everything is synchronous: what waited for storage, a lock or a timer would not leave any more.
     */
    handOff(maySend: boolean): {
        readonly key: string;
        readonly part: Part;
    } | undefined;
};
