import { type Store, type Transaction } from './store.ts';
/** How often a transaction is tried again in the database. */
export declare const TRIES = 2;
/**
 * A store that always works: it reopens, and gives way to memory when that does not help. Where the storage is full,
 * nothing is removed to make room: Chromium and WebKit give none back before they tidy up.
 * @param onMemory told that nothing survives the page any more.
 */
export declare const createDurable: (openStore: () => Store, onMemory: () => void, setTimer: (run: () => void, ms: number) => void) => <Result>(work: (t: Transaction, tries: number) => Promise<Result> | Result, tries?: number) => Promise<Result>;
