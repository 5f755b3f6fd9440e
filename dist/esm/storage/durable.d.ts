import { type Store, type Transaction } from './store.ts';
/**
 * A store that always works: it reopens, makes room, and gives way to memory when nothing helps.
 * @param prefix where the events' records are.
 * @param onLoss told of events that had to make room, and that nothing survives the page any more.
 */
export declare const createDurable: (prefix: string, openStore: () => Store, maxEvents: number, onLoss: (reason: "evicted" | "memory", events: number) => void, setTimer: (run: () => void, ms: number) => void) => {
    durably: <Result>(work: (t: Transaction, isRetry: boolean) => Promise<Result> | Result, tries?: number) => Promise<Result>;
    evict: (least: number) => Promise<void>;
    isMemory: () => boolean;
};
