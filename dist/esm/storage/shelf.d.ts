import type { Batch } from '../core/batch.ts';
import type { Destination } from '../core/destination.ts';
import type { DropReason } from '../core/outcome.ts';
import { type Counts, type LaneState } from '../core/state.ts';
import type { LocalArea } from './local-area.ts';
import { type Store, type Transaction, type Work } from './store.ts';
export interface QueueOptions {
    readonly destination: Destination;
    readonly tab: string;
    readonly now: () => number;
    readonly random: () => number;
    readonly store: Store;
    readonly area: LocalArea;
    readonly maxAgeMs: number;
    readonly maxEvents: number;
    /** Told of events that leave the queue without an answer, and (`memory`) that nothing survives the page. */
    readonly onLoss: (reason: DropReason | 'memory', events: number) => void;
}
/**
 * One destination's part of the database. Under its name lie: `e/` the events in batches, `d/` dead letters, `w/`
 * the last record that each tab has written, `s` the shared state.
 */
export declare const createShelf: ({ destination, now, store, onLoss }: QueueOptions) => {
    EVENTS: string;
    LETTERS: string;
    WRITTEN: string;
    readState: (t: Transaction) => Promise<LaneState>;
    change: (t: Transaction, update: (state: LaneState) => LaneState) => Promise<void>;
    raise: (t: Transaction, by: string, key?: string) => Promise<void>;
    count: (t: Transaction, reason: keyof Counts, events: number) => Promise<void>;
    drop: (t: Transaction, key: string, reason: DropReason) => Promise<void>;
    replace: (t: Transaction, keys: readonly string[], batch: Batch) => string;
    evict: (excess: (total: number) => number) => Promise<number>;
    durably: <Result>(work: Work<Result>, tries?: number) => Promise<Result>;
    isMemory: () => boolean;
};
