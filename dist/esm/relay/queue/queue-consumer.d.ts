import type { DeliveredIds } from '../ids/delivered-ids.ts';
import type { Observe } from '../observation.ts';
import type { Vendor } from '../vendor.ts';
import { type World } from '../world.ts';
import type { CloudflareQueue } from './cloudflare-queue.ts';
/** One message, as Cloudflare hands it over. */
export interface QueueMessage {
    readonly body: unknown;
    /** How often it was handed over, this time included. */
    readonly attempts: number;
    ack(): void;
    retry(options?: {
        readonly delaySeconds?: number;
    }): void;
}
export interface QueueConsumerOptions {
    /** The same as the relay's. */
    readonly vendors: readonly Vendor[];
    /**
     * Where delivered ids are remembered for vendors that cannot tell a repeat: a queue may hand a message over twice.
     * @default createMemoryIds(), which an isolate loses when it ends
     */
    readonly deliveredIds?: DeliveredIds;
    /**
     * Another queue, for what is given up: `{ vendor, event, reason, detail }`. A consumer of that queue tries it again.
     * @default none: it is lost, and reported
     */
    readonly deadLetters?: CloudflareQueue;
    /**
     * Told what goes wrong. Holds neither secrets nor personal data.
     * @default nobody is told
     */
    readonly report?: (problem: string) => void;
    /** @default nobody is told */
    readonly observe?: Observe;
    /** Replaces the platform's `fetch`, clock and timer. */
    readonly world?: Partial<World>;
}
/**
 * Delivers what `createCloudflareQueue` has taken: the `queue` handler of a Worker. One pace for all, as long as the queue has
 * `max_concurrency = 1`. Events of one person go in their order as far as Cloudflare hands them over together.
 * @example
 * export default { fetch: relay, queue: createQueueConsumer({ vendors, deadLetters: env.DEAD }) }
 */
export declare const createQueueConsumer: ({ vendors, deadLetters, report, observe, ...others }: QueueConsumerOptions) => ({ messages }: {
    readonly messages: readonly QueueMessage[];
}) => Promise<void>;
