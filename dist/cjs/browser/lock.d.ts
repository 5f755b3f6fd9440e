/**
 * Runs `work` while no other tab holds the lock, and tells it since when. Where another does, or where the
 * browser has no locks (insecure contexts, sandboxed frames), `work` runs with 0: then only the lease in the
 * shared state decides, so that a frozen holder is overtaken when its lease is over.
 */
export type Lock = <Result>(work: (grantedAt: number) => Promise<Result>) => Promise<Result>;
export declare const createLock: (name: string) => Lock;
