import type { TrackedEvent } from '../../core/event.ts';
export interface AcceptedEvent {
    /** The key of a repeat: an event whose key was accepted before is not accepted again. */
    readonly key: string;
    /** The hashed person of the event: events of the same person are delivered one after the other, in their order. */
    readonly person: string;
    readonly event: TrackedEvent;
}
/**
 * The queue into which the relay puts events, so that workers deliver them at the vendor's pace. It may be Redis
 * streams (`createRedisQueue`), Cloudflare Queues (`createCloudflareQueue`), or anything else that keeps its word.
 */
export interface EventQueue {
    /** Tells whether the queue cannot take an event for its size; the page is told so. */
    isTooLarge?(event: TrackedEvent): boolean;
    /**
     * Writes all events or none, and resolves when they are written: how safe they are then depends on the queue. It
     * resolves with `full` when there is no more room, and rejects when the result is unknown.
     */
    accept(vendor: string, events: readonly AcceptedEvent[]): Promise<'accepted' | 'full'>;
}
