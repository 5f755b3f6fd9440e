import type { Destination, Part } from '../core/destination.ts';
import type { Outcome } from '../core/outcome.ts';
import { type Counts } from '../core/state.ts';
import { type Chunk } from './chunk.ts';
import type { LocalArea } from './local-area.ts';
import type { Store } from './store.ts';
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export declare const HAND_OFF_MS = 10000;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export declare const LEASE_MS = 45000;
export interface QueueOptions {
    readonly destination: Destination;
    readonly tab: string;
    readonly now: () => number;
    readonly random: () => number;
    readonly openStore: () => Store;
    readonly area: LocalArea;
    readonly maxAgeMs: number;
    readonly maxEvents: number;
    /** Told of events that leave the queue without an answer, and (`memory`) that nothing survives the page. */
    readonly onLoss: (reason: keyof Counts | 'memory', events: number) => void;
}
/** A request that has been written down, and of which records. */
export interface Attempt {
    readonly part: Part;
    /** Of the chunks, before they were noted in the journal. */
    readonly keys: readonly string[];
    readonly isResend?: boolean;
    /** The sender's, or that of a hand-off: when it is over others may have made another attempt. */
    readonly lease: number;
}
/** What the sender finds: a request to make, or how long to wait (0: look again). */
export type Begun = Attempt | {
    readonly ms: number;
    readonly failing?: boolean;
};
/** One destination's durable queue. Reading it never removes: only `settle` does, after the answer. */
export declare const createQueue: (options: QueueOptions) => {
    EVENTS: string;
    /** Resolves when the chunks are durable. */
    push(chunks: readonly Chunk[]): Promise<void>;
    /**
     * Writes down, at once and then in the database, what is not durable yet and what is handed off. Returns the
     * request that is to leave with the page: the oldest of one group, nothing when nobody else would know of it.
     * Synchronous: what waited for storage, a lock or a timer would not leave any more.
     */
    handOff(unsent: Set<Chunk>, maySend: boolean): Attempt | undefined;
    /** Chooses what is sent next and writes down that it is, in one transaction. */
    begin: (grantedAt: number, hopeful: boolean) => Promise<Begun>;
    /** Writes down what became of an attempt: removes its events, or keeps them for later. */
    settle: ({ keys, isResend, lease }: Attempt, outcomes: readonly Outcome[]) => Promise<void>;
    census: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Partial<Record<import("../core/outcome.ts").DropReason | "delivered", number>>;
        paused: string;
        storage: "memory" | "indexeddb";
    }>;
};
export type Queue = ReturnType<typeof createQueue>;
