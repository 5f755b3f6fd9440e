import type { Properties } from './core/event.ts';
import type { Traits } from './core/identity.ts';
import type { Outcome } from './core/outcome.ts';
import type { FlushReason } from './delivery/lane.ts';
import type { Receipt } from './receipts.ts';
export interface TrackOptions {
    /** The site's own id for this event, such as an order number; the vendor deduplicates on it. */
    readonly id?: string;
    /**
     * When it happened; milliseconds since 1970, or a date.
     * @default now
     */
    readonly time?: number | Date;
}
/** How one destination's queue stands, over all tabs. */
export interface QueueStatus {
    /** Events that wait or are on their way. */
    readonly queued: number;
    /** Those of them whose request is on its way, or was never answered. */
    readonly inFlight: number;
    /** Age of the oldest waiting event in milliseconds; 0 when nothing waits. */
    readonly oldestMs: number;
    readonly delivered: number;
    /** Events that will not be delivered, by reason. */
    readonly dropped: Readonly<Record<string, number>>;
    /** The vendor's words when it refuses everything; '' when it does not. */
    readonly paused: string;
}
export interface Status {
    /** `memory` where the browser refuses storage: then nothing survives the page. */
    readonly storage: 'indexeddb' | 'memory';
    /** Events that no destination could take: not serialisable, without a name, too large. */
    readonly refused: number;
    readonly destinations: Readonly<Record<string, QueueStatus>>;
}
export interface TrackerEvents {
    /** An event was delivered or dropped, at one destination. */
    readonly settled: {
        readonly id: string;
        readonly name: string;
        readonly destination: string;
        readonly outcome: Outcome;
    };
    readonly flush: {
        readonly reason: FlushReason;
        readonly destination: string;
    };
    /** The vendor refuses everything: a wrong key, a missing permission. The queue is kept. */
    readonly paused: {
        readonly destination: string;
        readonly detail: string;
    };
    /** Something that the site's developers can mend. Without a listener it goes to the console. */
    readonly error: {
        readonly reason: string;
        readonly message: string;
    };
}
export interface Tracker {
    /**
     * Tracks one event. Does no I/O and never throws: what cannot be sent is reported through `on('error')`.
     * @example
     * track('Viewed Product', { sku: 'A-1', value: 19.9, currency: 'EUR' })
     */
    (name: string, properties?: Properties, options?: TrackOptions): Receipt;
    /**
     * Says who this visitor is from now on. Events that were tracked before keep their anonymous identity.
     * @example
     * track.identify('customer-7', { email: 'ada@shop.test', firstName: 'Ada' })
     */
    identify(userId?: string | null, traits?: Traits): Receipt;
    /** Delivers now what can be delivered, and resolves with how the queues stand then. Never rejects. */
    flush(): Promise<Status>;
    /** Never rejects. */
    status(): Promise<Status>;
    /** Listens; returns the way to stop. */
    on<Type extends keyof TrackerEvents>(type: Type, listener: (detail: TrackerEvents[Type]) => void): () => void;
}
