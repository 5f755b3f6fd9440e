import type { Rejected } from '../rejected.ts';
import type { AnyEvents, AnyProperties, Receipt, Status, Tracker, UnfailingPromise } from '../tracker.ts';
export interface FullStatus extends Status {
    /** Number of events of this page that `before` has dropped. */
    readonly filtered: number;
    /** Number of events that this page has dropped because the visitor refused, or asked for erasure. */
    consent: number;
}
/** The return value of `createTracker` of `sendoff/full`. */
export interface FullTracker<Events extends object = AnyEvents> extends Tracker<Events> {
    /**
     * Tracks `Viewed Page`, with the name of the page as a property.
     * @example
     * track.page('Product', { sku: 'A-1' })
     */
    page: (name?: string, properties?: AnyProperties) => Receipt;
    /**
     * Tells what the visitor has decided; the decision holds in all tabs at once. `denied` removes everything that is
     * sendoff's from this browser. The decision itself is not stored: a site must tell it on every page.
     */
    consent: (decision: 'granted' | 'denied') => void;
    /**
     * Removes everything that is sendoff's from this browser: the queue, the ids, the cookie. The consent stays as it is,
     * and the next event begins with a new anonymous id. Resolves when everything is gone; never rejects.
     */
    erase: () => UnfailingPromise<void>;
    /** The dead letters; there are none while nothing may be read. */
    readonly rejected: Rejected;
    flush: () => UnfailingPromise<FullStatus>;
    status: () => Promise<FullStatus>;
}
