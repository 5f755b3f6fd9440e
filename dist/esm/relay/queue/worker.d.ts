import type { WorkerOptions } from './worker-options.ts';
export interface Worker {
    /** Takes no more turns, and resolves when those that were taken are over. */
    stop(): Promise<void>;
}
/** Delivers what waits for one vendor, until it is stopped. Any number of workers share the turns and the pace. */
export declare const startWorker: (options: WorkerOptions) => Worker;
