import type { Lock } from '../browser/lock.ts';
import type { Destination } from '../core/destination.ts';
import type { FrozenEvent } from '../core/event.ts';
import type { QueueWorld, Retention } from '../storage/queue-options.ts';
import type { FlushReason, Tell } from './lane-events.ts';
import { type Transport } from './transport.ts';
/** What a lane needs of the browser. */
export interface World extends QueueWorld {
    readonly lockFor: (name: string) => Lock;
    readonly send: Transport;
    readonly isOnline: () => boolean;
    /** Aborted when the tracker is closed: then nothing listens any more. */
    readonly signal?: AbortSignal;
}
/**
 * All keepalive requests of a page share 64 KiB in flight (Fetch, section 4.7): room for the small ones, and for
 * what a vendor's format adds.
 */
export declare const HAND_OFF_BYTES = 45000;
/**
 * One destination with its own queue, pace and failures: nothing that happens here delays another.
 * @param queueName what all that is stored and locked of it is named by.
 */
export declare const createLane: (world: World, given: Destination, queueName: string, retention: Retention, tell: Tell) => {
    flushNow: (reason: FlushReason) => Promise<void>;
    leave: (reason: "hidden" | "pagehide") => Promise<void>;
    status: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Partial<Record<import("../index.ts").DropReason | "delivered", number>>;
        paused: string;
        storage: "memory" | "indexeddb";
        destination: string;
        account: string;
        inFlight: number;
    }>;
    /** Takes the events of one task; resolves when they are durable. */
    add(events: readonly FrozenEvent[], leaving: boolean): Promise<void>;
};
export type Lane = ReturnType<typeof createLane>;
