import type { Client } from '../client.ts';
import type { DropReason } from '../core/outcome.ts';
import type { Gate } from './gate.ts';
/** So many calls are kept in memory: as many as the stub keeps. */
export declare const MAX_HELD = 1000;
/** A call that was made and cannot be passed on yet. */
export interface HeldCall {
    readonly make: (client: Client, gate: Gate) => void;
    readonly drop: (reason: DropReason) => void;
}
/** Calls in their order, each with the time at which it was made. */
export declare const createHeldCalls: () => {
    isEmpty: () => boolean;
    hold(call: HeldCall, time: number): void;
    replay(client: Client, gate: Gate): void;
    drop(reason: DropReason): void;
};
