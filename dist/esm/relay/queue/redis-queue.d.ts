import type { RedisCommands } from '../redis-commands.ts';
import type { EventQueue } from './event-queue.ts';
import type { WorkQueue } from './work-queue.ts';
/** How long a worker may be silent before it counts as dead: longer than any call to a vendor. */
export declare const LEASE_MS = 60000;
export interface RedisQueueOptions {
    readonly client: RedisCommands;
    /**
     * The beginning of all keys.
     * @default 'sendoff:'
     */
    readonly prefix?: string;
    /**
     * Most events that may wait for one vendor; when there are as many, pages keep theirs.
     * @default 1_000_000
     */
    readonly maxEvents?: number;
    /**
     * The name of this worker among the others.
     * @default a random UUID
     */
    readonly worker?: string;
    /**
     * Milliseconds of silence after which a worker counts as dead.
     * @default 60_000
     */
    readonly leaseMs?: number;
}
/**
 * Makes the queue in Redis 7 or Valkey: a stream of turns that workers share as a consumer group, and a list for each
 * person. Accepted events are as safe as that server's persistence makes them.
 * @example
 * createRelay({ ...options, queue: createRedisQueue({ client }) })
 */
export declare const createRedisQueue: ({ client, prefix, maxEvents, worker, leaseMs, }: RedisQueueOptions) => EventQueue & WorkQueue;
