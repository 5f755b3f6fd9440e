import type { TrackedEvent } from '../../core/event.ts';
export interface AcceptedEvent {
    /** What a repeat is known by: one that was accepted before is not accepted again. */
    readonly key: string;
    /** Who it is about, hashed: events of the same person are delivered one after the other, in their order. */
    readonly person: string;
    readonly event: TrackedEvent;
}
/**
 * Where the relay puts what it has taken, for workers to deliver at the vendor's pace. Redis streams
 * (`createRedisQueue`), Cloudflare Queues (`createCloudflareQueue`), or anything else that keeps its word.
 */
export interface EventQueue {
    /** The events that it cannot take: the page is told so. */
    isTooLarge?(event: TrackedEvent): boolean;
    /**
     * Writes all of them or none, and resolves when they are written: what that is worth is the queue's to say. `full` when
     * there is no more room. Rejects when it cannot be known.
     */
    accept(vendor: string, events: readonly AcceptedEvent[]): Promise<'accepted' | 'full'>;
}
