import type { Properties } from './core/event.ts';
import type { Traits } from './core/identity.ts';
import type { Outcome } from './core/outcome.ts';
import type { SenderEvents } from './delivery/sender-events.ts';
import type { Counts } from './queue/shared-state.ts';
export interface TrackOptions {
    /**
     * The site's own id for this event, such as an order number; a text of at most 255 characters. The vendor
     * deduplicates on it instead of the event's own id.
     * @default the event's own id
     */
    readonly id?: string;
    /**
     * When the event happened: milliseconds since 1970, or a date.
     * @default now
     */
    readonly time?: number | Date;
}
/**
 * A promise that never rejects. Nobody needs to wait for it, so linters that look for floating promises accept it. Its
 * structure is that of a `Promise`, so it may be used wherever one is expected.
 */
export interface UnfailingPromise<Result> {
    then: Promise<Result>['then'];
    catch: Promise<Result>['catch'];
    finally: Promise<Result>['finally'];
    readonly [Symbol.toStringTag]: string;
}
/** The return value of `track()`. Its promises never reject. */
export interface Receipt {
    readonly id: string;
    /** Resolves when the event is durable: it survives the page, the tab and the browser. */
    readonly stored: Promise<void>;
    /**
     * Resolves when this tab has heard that the event was delivered or refused. It is best read right after `track()`:
     * for a later reading, the last thousand outcomes at most are kept, and sometimes only the latest.
     */
    readonly settled: Promise<Outcome>;
}
/** The state of one destination's queue, over all tabs. */
export interface QueueStatus {
    readonly destination: string;
    /** The vendor's account that the queue belongs to: a public key, a token, or an address. */
    readonly account: string;
    /** Number of events that wait or are on their way. */
    readonly queued: number;
    /** Number of queued events that this tab is sending. */
    readonly inFlight: number;
    /** Age of the oldest queued event in milliseconds; 0 when the queue is empty. */
    readonly oldestMs: number;
    /** Numbers of events that have left the queue, by outcome: delivered, or dropped for a reason. */
    readonly counts: Counts;
    /** The vendor's words when it refuses everything; '' when it does not. */
    readonly paused: string;
    /** Where the queue is kept: `memory` where the browser refuses storage, and then nothing survives the page. */
    readonly storage: 'indexeddb' | 'memory';
    /**
     * Whether the site's service worker delivers. It is `none` where the site has not asked for a worker, or until the
     * worker has started; `refused` where the browser refuses the worker, or the worker does not answer. Then the page
     * itself delivers.
     */
    readonly worker: 'none' | 'active' | 'refused';
}
export interface Status {
    /** Number of calls that no destination could take: not serialisable, without a name, or too large. */
    readonly invalid: number;
    readonly queues: readonly QueueStatus[];
}
/** The events of a tracker that `on` listens to. Each names the destination that it concerns. */
export type TrackerEvents = {
    readonly [Type in keyof SenderEvents]: SenderEvents[Type] & {
        readonly destination: string;
        readonly account: string;
    };
};
/** The properties of an event, declared by a type or by an interface; lists and texts are excluded. */
export type AnyProperties = Properties | (object & {
    readonly [Symbol.iterator]?: never;
});
/** The events of a tracker that declares none: any name, with any properties. */
export type AnyEvents = Readonly<Record<string, AnyProperties>>;
/** The arguments after the event's name: properties may be left out where the event has none, or requires none. */
export type Rest<Its> = [Its] extends [undefined] ? [properties?: undefined, options?: TrackOptions | undefined] : Record<never, never> extends Its ? [properties?: Its | undefined, options?: TrackOptions | undefined] : [properties: Its, options?: TrackOptions | undefined];
/**
 * A tracker. `Events` declares the events with their properties; then no other event compiles.
 * @example
 * interface ShopEvents {
 *   'Viewed Product': { sku: string; value?: number }
 *   'Logged Out': undefined
 * }
 * const track = createTracker<ShopEvents>({ destinations })
 */
export interface Tracker<Events extends object = AnyEvents> {
    /**
     * Tracks one event. It does no I/O and never throws: an event that cannot be sent is reported through `on('error')`.
     * @example
     * track('Viewed Product', { sku: 'A-1', value: 19.9, currency: 'EUR' })
     */
    <Name extends keyof Events & string>(name: Name, ...rest: Rest<Events[Name]>): Receipt;
    /**
     * Says who this visitor is from now on. Events that were tracked before keep the identity that they were tracked
     * with.
     *
     * The identifiers are added to those that are known, unless the user id is a different one: then the visitor is
     * another person, and nothing known before applies. A user id that a template prints where there is nobody (`null`,
     * `guest`, `0`, …) is ignored, and so is every empty value.
     * @example
     * track.identify('customer-7', { email: 'ada@shop.test', firstName: 'Ada' })
     * @example
     * track.identify({ email: 'ada@shop.test' })
     */
    identify: (userId?: string | number | Traits | null, traits?: Traits) => Receipt;
    /**
     * Forgets the person, as at a log-out, and begins with a new anonymous id. Queued events keep the identity that they
     * were tracked with.
     */
    reset: () => void;
    /** Delivers now what can be delivered, and resolves with the state of the queues afterwards. It never rejects. */
    flush: () => UnfailingPromise<Status>;
    /** Resolves with the state of the queues and the number of invalid calls. It never rejects. */
    status: () => Promise<Status>;
    /** Adds a listener for one type of event; returns the function that removes it. */
    on: <Type extends keyof TrackerEvents>(type: Type, listener: (detail: TrackerEvents[Type]) => void) => () => void;
}
