import type { Destination } from '../core/destination.ts';
import type { TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Chunk } from '../storage/chunk.ts';
import type { Notes } from '../storage/notes.ts';
import { type Queue } from '../storage/queue.ts';
import { type Transport } from './transport.ts';
/** An answer to a request that left outside of a round. */
export interface Answer {
    readonly key: string;
    readonly events: readonly TrackedEvent[];
    readonly outcomes: readonly Outcome[];
}
export interface HandOffOptions {
    readonly destination: Destination;
    readonly queue: Queue;
    readonly notes: Notes;
    readonly transport: Transport;
    readonly onAnswer: (answer: Answer) => void;
}
/**
 * The way out: when the page is hidden, what this tab knows to be unsent leaves in one request that outlives
 * the page. Everything here is synchronous up to the request: what waited for storage, a lock or a timer would
 * not leave any more.
 */
export declare const createHandOff: ({ destination, queue, notes, transport, onAnswer }: HandOffOptions) => {
    add: (chunk: Chunk) => void;
    stored: (chunk: Chunk) => void;
    /** Forgets what is being sent, and what is more than one request can carry: it is safe in the queue. */
    prune(): void;
    /** Writes down what is not durable yet, and hands off the oldest that is known to be unsent. */
    leave(maySend: boolean): void;
};
