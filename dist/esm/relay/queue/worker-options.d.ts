import type { Observe } from '../observation.ts';
import type { Vendor } from '../vendor.ts';
import type { World } from '../world.ts';
import type { WorkQueue } from './work-queue.ts';
export interface WorkerOptions {
    readonly vendor: Vendor;
    readonly queue: WorkQueue;
    /** Milliseconds of silence after which a worker counts as dead; the same for all workers. */
    readonly leaseMs: number;
    readonly world: World;
    readonly report: (problem: string) => void;
    readonly observe?: Observe | undefined;
}
