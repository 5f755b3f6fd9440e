import type { RedisCommands } from '../redis-commands.ts';
import type { EventQueue } from './event-queue.ts';
import type { WorkQueue } from './work-queue.ts';
/** A worker that has not said for so long that it is there is taken for dead. Longer than any call to a vendor. */
export declare const LEASE_MS = 60000;
export interface RedisQueueOptions {
    readonly client: RedisCommands;
    /**
     * What the keys begin with.
     * @default 'sendoff:'
     */
    readonly prefix?: string;
    /**
     * How many events may wait for one vendor; then pages keep theirs.
     * @default 1_000_000
     */
    readonly maxEvents?: number;
    /**
     * Names this worker among the others.
     * @default a random UUID
     */
    readonly worker?: string;
    /**
     * Milliseconds after which a worker that does nothing is taken for dead.
     * @default 60_000
     */
    readonly leaseMs?: number;
}
/**
 * The queue in Redis 7 or Valkey: a stream of turns that workers share as a consumer group, and a list for each person.
 * What is accepted is as safe as that server's persistence makes it.
 * @example
 * createRelay({ ...options, queue: createRedisQueue({ client }) })
 */
export declare const createRedisQueue: ({ client, prefix, maxEvents, worker, leaseMs, }: RedisQueueOptions) => EventQueue & WorkQueue;
