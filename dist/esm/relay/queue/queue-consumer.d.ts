import type { DeliveredIds } from '../ids/delivered-ids.ts';
import type { Observe } from '../observation.ts';
import type { Vendor } from '../vendor.ts';
import { type World } from '../world.ts';
import type { CloudflareQueue } from './cloudflare-queue.ts';
/** One message, as Cloudflare hands it over. */
export interface QueueMessage {
    readonly body: unknown;
    /** How often the message was handed over, this time included. */
    readonly attempts: number;
    ack(): void;
    retry(options?: {
        readonly delaySeconds?: number;
    }): void;
}
export interface QueueConsumerOptions {
    /** The vendors, which must be those of the relay. */
    readonly vendors: readonly Vendor[];
    /**
     * The store of delivered ids, for vendors that cannot recognise a repeat, because a queue may hand a message over
     * twice.
     * @default createMemoryIds(), which an isolate loses when it ends
     */
    readonly deliveredIds?: DeliveredIds;
    /**
     * Another queue, for dead letters: `{ vendor, event, reason, detail }`. A consumer of that queue may try them again.
     * @default none: a dead letter is lost, and reported
     */
    readonly deadLetters?: CloudflareQueue;
    /**
     * Called with a sentence about what goes wrong. The sentence has neither secrets nor personal data.
     * @default nothing is called
     */
    readonly report?: (problem: string) => void;
    /** Called with each event and call to a vendor, to count them. @default nothing is called */
    readonly observe?: Observe;
    /** Replaces the platform's `fetch`, clock and timer. @default the platform's own */
    readonly world?: Partial<World>;
}
/**
 * Makes the `queue` handler of a Worker, which delivers what `createCloudflareQueue` has taken. All calls keep one pace
 * as long as the queue has `max_concurrency = 1`. Events of one person are delivered in order as far as Cloudflare
 * hands them over together.
 * @example
 * export default { fetch: relay, queue: createQueueConsumer({ vendors, deadLetters: env.DEAD }) }
 */
export declare const createQueueConsumer: ({ vendors, deadLetters, report, observe, ...others }: QueueConsumerOptions) => ({ messages }: {
    readonly messages: readonly QueueMessage[];
}) => Promise<void>;
