import type { TrackedEvent } from '../core/event.ts';
import type { DropReason } from '../core/outcome.ts';
import type { Store } from '../store/store.ts';
/** An event that a vendor has refused for good. */
export interface DeadLetter {
    readonly destination: string;
    /** Of the vendor: see `Destination.account`. */
    readonly account: string;
    readonly event: TrackedEvent;
    readonly reason: DropReason;
    /** The vendor's words, where it gave any. */
    readonly detail?: string | undefined;
}
/** By the events' ids; all, when none are given. */
export type Choice = readonly string[] | undefined;
/** The dead letters of all destinations and accounts. */
export declare const createDeadLetters: (store: Store) => {
    list(): Promise<readonly DeadLetter[]>;
    /** Puts them back into their queues, as events that the vendor has seen: they go alone. Tells how many. */
    retry: (ids?: Choice) => Promise<number>;
    /** Forgets them. Tells how many. */
    clear: (ids?: Choice) => Promise<number>;
};
