/** One atomic transaction over a sorted map of strings to strings. */
export interface Transaction {
    get(key: string): Promise<string | undefined>;
    /** Resolves with the keys that begin with `prefix`, ascending, and come after `after`. */
    keys(prefix: string, limit?: number, after?: string): Promise<readonly string[]>;
    put(key: string, value: string): void;
    remove(key: string): void;
}
/**
 * The work of a transaction. It may await nothing but the transaction's own reads, and may be run again after a
 * failure.
 */
export type Work<Result> = (transaction: Transaction) => Promise<Result> | Result;
/**
 * Runs `work` in one transaction and resolves, with what it returned, when all of its writes are durable; rejects when
 * none of them is.
 */
export type Store = <Result>(work: Work<Result>) => Promise<Result>;
/** Where work is done that must be done: in the database at first, there again when that has failed, or in memory. */
export type Keeper = 'first' | 'retry' | 'memory';
/** Makes the store for a page where nothing survives: a sandboxed frame, or a browser that refuses storage. */
export declare const createMemoryStore: () => Store;
