import type { Lock } from '../browser/lock.ts';
import type { Destination } from '../core/destination.ts';
import type { FrozenEvent, TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import type { QueueWorld, Retention } from '../storage/queue-options.ts';
import { type Transport } from './transport.ts';
/** Why a flush happens. */
export type FlushReason = 'start' | 'interval' | 'size' | 'online' | 'hidden' | 'pagehide' | 'retry' | 'manual';
/** What a lane needs of the browser. */
export interface World extends QueueWorld {
    readonly lockFor: (name: string) => Lock;
    readonly send: Transport;
    readonly isOnline: () => boolean;
}
/** What a lane says of itself. */
export interface LaneEvents {
    readonly flush: {
        readonly reason: FlushReason;
    };
    /** An event was delivered or dropped; `message` says why it was dropped. */
    readonly settled: {
        readonly event: TrackedEvent;
        readonly outcome: Outcome;
        readonly message?: string | undefined;
    };
    /** The vendor refuses everything: a wrong key, a missing permission. The queue is kept. */
    readonly paused: {
        readonly message?: string | undefined;
    };
    /** Something that the site's developers can mend. */
    readonly error: {
        readonly reason: string;
        readonly message: string;
    };
}
export type Tell = <Type extends keyof LaneEvents>(type: Type, detail: LaneEvents[Type]) => void;
/**
 * All keepalive requests of a page share 64 KiB in flight (Fetch, section 4.7): room for the small ones, and for
 * what a vendor's format adds.
 */
export declare const HAND_OFF_BYTES = 45000;
/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export declare const createLane: (world: World, destination: Destination, retention: Retention, tell: Tell) => {
    flushNow: (reason: FlushReason) => Promise<void>;
    leave: (reason: "hidden" | "pagehide") => void;
    status: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Partial<Record<import("../core/outcome.ts").DropReason | "delivered", number>>;
        paused: string;
        storage: "memory" | "indexeddb";
        destination: string;
        inFlight: number;
    }>;
    /** Takes the events of one task; resolves when they are durable. */
    add(events: readonly FrozenEvent[], leaving: boolean): Promise<void>;
};
export type Lane = ReturnType<typeof createLane>;
