import type { TrackedEvent } from '../../core/event.ts';
import type { EventQueue } from './event-queue.ts';
/** A message of the queue: one event. */
export interface QueuedMessage {
    readonly vendor: string;
    readonly event: TrackedEvent;
}
/** As much of a queue's binding (`env.EVENTS`) as is used. */
export interface CloudflareQueue {
    sendBatch(messages: readonly {
        readonly body: unknown;
        readonly contentType: 'json';
    }[]): Promise<unknown>;
}
/**
 * The queue as Cloudflare Queues, for a relay on Workers; `createQueueConsumer` delivers. A page is told `delivered` once
 * Cloudflare has stored its events, on several disks.
 *
 * More events than fit into one call are several: when a later one fails, the page sends all of them again, and the consumer
 * recognises the first.
 * @param queue the binding.
 * @example
 * createRelay({ ...options, queue: createCloudflareQueue(env.EVENTS) })
 */
export declare const createCloudflareQueue: (queue: CloudflareQueue) => EventQueue;
