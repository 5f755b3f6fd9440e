import type { Destination } from '../core/destination.ts';
import type { FrozenEvent } from '../core/event.ts';
import type { QueueOptions } from '../queue/queue-options.ts';
import type { FlushReason, Tell } from './lane-events.ts';
import type { World } from './world.ts';
export type { World } from './world.ts';
export interface LaneOptions extends QueueOptions {
    /** Of the script of the service worker that is to deliver, if one is. */
    readonly worker?: string;
}
/** A page's keepalive requests share 64 KiB (Fetch, section 4.7): room for small ones, and for what formats add. */
export declare const HAND_OFF_BYTES = 45000;
/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export declare const createLane: (world: World, given: Destination, options: LaneOptions, tell: Tell) => {
    flushNow: (reason: FlushReason) => Promise<void>;
    leave: (reason: "hidden" | "pagehide") => Promise<void>;
    status: () => Promise<{
        queued: number;
        oldestMs: number;
        counts: Partial<Record<import("../index.ts").DropReason | "delivered", number>>;
        paused: string;
        storage: "indexeddb" | "memory";
        destination: string;
        account: string;
        inFlight: number;
        worker: "refused" | "none" | "active";
    }>;
    /** Takes the events of one task; resolves when they are durable. */
    add(events: readonly FrozenEvent[], leaving: boolean): Promise<void>;
};
export type Lane = ReturnType<typeof createLane>;
