import { type Store, type Transaction } from './store.ts';
export interface DurableOptions {
    /** Where the events' records are. */
    readonly prefix: string;
    readonly openStore: () => Store;
    readonly maxEvents: number;
    /** Told of events that had to make room, and that nothing survives the page any more. */
    readonly onLoss: (reason: 'evicted' | 'memory', events: number) => void;
}
/** A store that always works: it reopens, makes room, and gives way to memory when nothing helps. */
export declare const createDurable: (prefix: string, openStore: () => Store, maxEvents: number, onLoss: (reason: "evicted" | "memory", events: number) => void) => {
    durably: <Result>(work: (t: Transaction, isRetry: boolean) => Promise<Result> | Result, tries?: number) => Promise<Result>;
    evict: (least: number) => Promise<void>;
    isMemory: () => boolean;
};
