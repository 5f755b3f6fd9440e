import type { Properties } from './core/event.ts';
import type { Traits } from './core/identity.ts';
import type { Outcome } from './core/outcome.ts';
import type { LaneEvents } from './delivery/lane-events.ts';
import type { Counts } from './queue/shared-state.ts';
export interface TrackOptions {
    /** The site's own id for this event, such as an order number; the vendor deduplicates on it. */
    readonly id?: string;
    /**
     * When it happened; milliseconds since 1970, or a date.
     * @default now
     */
    readonly time?: number | Date;
}
/**
 * A promise that never rejects. Nobody has to wait for it: linters that look for floating promises let it float. Structurally
 * it is a `Promise`, so it may go wherever one is asked for.
 */
export interface UnfailingPromise<Result> {
    then: Promise<Result>['then'];
    catch: Promise<Result>['catch'];
    finally: Promise<Result>['finally'];
    readonly [Symbol.toStringTag]: string;
}
/** What `track()` returns. Its promises never reject. */
export interface Receipt {
    readonly id: string;
    /** Resolves when the event is durable: it survives the page, the tab and the browser. */
    readonly stored: Promise<void>;
    /**
     * Resolves when this tab has heard that the event was delivered or refused. Ask when you track: for those who
     * ask later a thousand outcomes are kept at most, and sometimes only the last.
     */
    readonly settled: Promise<Outcome>;
}
/** How one destination's queue stands, over all tabs. */
export interface QueueStatus {
    readonly destination: string;
    /** Of the vendor: a public key, a token, an address. */
    readonly account: string;
    /** Events that wait or are on their way. */
    readonly queued: number;
    /** Those of them that this tab is sending. */
    readonly inFlight: number;
    /** Age of the oldest in milliseconds; 0 when nothing waits. */
    readonly oldestMs: number;
    /** Events that have left the queue: delivered, or dropped for a reason. */
    readonly counts: Counts;
    /** The vendor's words when it refuses everything; '' when it does not. */
    readonly paused: string;
    /** `memory` where the browser refuses storage: then nothing survives the page. */
    readonly storage: 'indexeddb' | 'memory';
    /**
     * Whether the site's service worker delivers: `none` where the site has not asked for one, or until it has started;
     * `refused` where the browser refuses it, or it does not answer. Then the page delivers by itself.
     */
    readonly worker: 'none' | 'active' | 'refused';
}
export interface Status {
    /** Events that no destination could take: not serialisable, without a name, too large. */
    readonly invalid: number;
    readonly queues: readonly QueueStatus[];
}
/** What can be listened to: everything says which destination it concerns. */
export type TrackerEvents = {
    readonly [Type in keyof LaneEvents]: LaneEvents[Type] & {
        readonly destination: string;
        readonly account: string;
    };
};
/** Properties of an event, whether a type or an interface says what they are; no list, no text. */
export type AnyProperties = Properties | (object & {
    readonly [Symbol.iterator]?: never;
});
/** Events of any name, with any properties. */
export type AnyEvents = Readonly<Record<string, AnyProperties>>;
/** The arguments after the name: properties may be left out where the event has none, or needs none. */
export type Rest<Its> = [Its] extends [undefined] ? [properties?: undefined, options?: TrackOptions | undefined] : Record<never, never> extends Its ? [properties?: Its | undefined, options?: TrackOptions | undefined] : [properties: Its, options?: TrackOptions | undefined];
/**
 * A tracker. `Events` says which events there are, with their properties; then no others compile.
 * @example
 * interface ShopEvents {
 *   'Viewed Product': { sku: string; value?: number }
 *   'Logged Out': undefined
 * }
 * const track = createTracker<ShopEvents>({ destinations })
 */
export interface Tracker<Events extends object = AnyEvents> {
    /**
     * Tracks one event. Does no I/O and never throws: what cannot be sent is reported through `on('error')`.
     * @example
     * track('Viewed Product', { sku: 'A-1', value: 19.9, currency: 'EUR' })
     */
    <Name extends keyof Events & string>(name: Name, ...rest: Rest<Events[Name]>): Receipt;
    /**
     * Says who this visitor is from now on. Events that were tracked before keep the identity that they were tracked with.
     *
     * What is said adds to what was said before, unless the user id is another: that is another person, who begins anew.
     * What templates print where there is nobody (`null`, `guest`, `0`, …) is no user id, what is empty says nothing.
     * @example
     * track.identify('customer-7', { email: 'ada@shop.test', firstName: 'Ada' })
     * @example
     * track.identify({ email: 'ada@shop.test' })
     */
    identify: (userId?: string | number | Traits | null, traits?: Traits) => Receipt;
    /**
     * Log-out: forgets the person, and begins a new anonymous id. What is queued keeps the identity that it was
     * tracked with.
     */
    reset: () => void;
    /** Delivers now what can be delivered, and resolves with how the queues stand then. Never rejects. */
    flush: () => UnfailingPromise<Status>;
    /** Never rejects. */
    status: () => Promise<Status>;
    /** Listens; returns the way to stop. */
    on: <Type extends keyof TrackerEvents>(type: Type, listener: (detail: TrackerEvents[Type]) => void) => () => void;
}
