import type { TrackedEvent } from '../../core/event.ts';
import type { EventQueue } from './event-queue.ts';
/** A message of the queue: one event. */
export interface QueuedMessage {
    readonly vendor: string;
    readonly event: TrackedEvent;
}
/** The used part of a queue's binding (`env.EVENTS`). */
export interface CloudflareQueue {
    sendBatch(messages: readonly {
        readonly body: unknown;
        readonly contentType: 'json';
    }[]): Promise<unknown>;
}
/**
 * Makes a queue on Cloudflare Queues, for a relay on Workers; `createQueueConsumer` delivers. A page is told
 * `delivered` once Cloudflare has stored its events, on several disks.
 *
 * Events that do not fit into one call take several: when a later call fails, the page sends all events again, and the
 * consumer recognises the first ones.
 * @param queue the binding.
 * @example
 * createRelay({ ...options, queue: createCloudflareQueue(env.EVENTS) })
 */
export declare const createCloudflareQueue: (queue: CloudflareQueue) => EventQueue;
