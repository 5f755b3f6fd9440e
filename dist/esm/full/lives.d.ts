import { type Client } from '../client.ts';
import type { World } from '../delivery/lane.ts';
import type { Store } from '../storage/store.ts';
import type { FullConfig } from './full-options.ts';
import { type Gate } from './gate.ts';
import { type VendorWatch } from './vendor-watch.ts';
/** A tracker that runs, between two erasures. */
export interface Life {
    readonly client: Client;
    readonly gate: Gate;
    /** The database, for as long as the life lasts. */
    readonly store: Store;
    readonly vendors: VendorWatch;
}
export interface LifeEvents {
    /** From now on calls can be passed on. */
    readonly onBegin: (life: Life) => void;
    /** Nothing of what was tracked is there any more. */
    readonly onEnd: () => void;
    /** So many events were queued when everything was erased. */
    readonly onErased: (events: number) => void;
    /** Whether calls are waiting to be passed on. */
    readonly isWanted: () => boolean;
}
/**
 * Lets a tracker live while the visitor agrees, and removes every trace of it when not. Before the visitor has agreed
 * nothing is read or written.
 */
export declare const createLives: ({ bare, consent, gpc, cookieDomain }: FullConfig, world: World, openStore: (onErased: () => void) => Store, { onBegin, onEnd, onErased, isWanted }: LifeEvents) => {
    life: () => Life | undefined;
    isDenied: () => boolean;
    /** An event is there: begins, if that is allowed. */
    wake(): void;
    decide(next: "granted" | "denied"): void;
    erase(): Promise<void>;
};
