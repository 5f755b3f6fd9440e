import type { Lock } from '../browser/lock.ts';
import type { Destination } from '../core/destination.ts';
import type { FrozenEvent, TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import type { LocalArea } from '../storage/local-area.ts';
import type { Store } from '../storage/store.ts';
import { type Transport } from './transport.ts';
/** Why a flush happens. */
export type FlushReason = 'start' | 'interval' | 'size' | 'online' | 'hidden' | 'pagehide' | 'retry' | 'manual';
/** What a lane needs of the browser. */
export interface World {
    readonly now: () => number;
    readonly random: () => number;
    readonly newId: () => string;
    readonly setTimer: (run: () => void, ms: number) => void;
    readonly store: Store;
    readonly area: LocalArea;
    readonly lockFor: (name: string) => Lock;
    readonly transport: Transport;
    readonly isOnline: () => boolean;
}
export interface LaneOptions {
    readonly world: World;
    readonly destination: Destination;
    readonly tab: string;
    readonly maxAgeMs: number;
    readonly maxEvents: number;
    readonly onFlush: (reason: FlushReason) => void;
    readonly onOutcome: (event: TrackedEvent, outcome: Outcome) => void;
    readonly onError: (error: unknown) => void;
    readonly onMemory: () => void;
}
/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export declare const createLane: (options: LaneOptions) => {
    name: string;
    census: () => Promise<{
        queued: number;
        inFlight: number;
        oldestMs: number;
        delivered: number;
        dropped: Readonly<Record<string, number>>;
        paused: string;
    }>;
    flushNow: (reason: FlushReason) => Promise<void>;
    leave: (reason: "hidden" | "pagehide") => void;
    /** Takes the events of one task; resolves when they are durable. */
    add(events: readonly FrozenEvent[], leaving: boolean): Promise<void>;
};
export type Lane = ReturnType<typeof createLane>;
