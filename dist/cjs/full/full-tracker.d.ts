import type { Rejected } from '../rejected.ts';
import type { AnyEvents, AnyProperties, Receipt, Status, Tracker, UnfailingPromise } from '../tracker.ts';
export interface FullStatus extends Status {
    /** Events of this page that `before` has dropped. */
    readonly filtered: number;
    /** Events that this page has dropped because the visitor refused, or asked for erasure. */
    consent: number;
}
/** What `createTracker` of `sendoff/full` returns. */
export interface FullTracker<Events extends object = AnyEvents> extends Tracker<Events> {
    /**
     * Tracks `Viewed Page`.
     * @example
     * track.page('Product', { sku: 'A-1' })
     */
    page: (name?: string, properties?: AnyProperties) => Receipt;
    /**
     * What the visitor has decided; it holds in all tabs at once. `denied` removes everything that is sendoff's from
     * this browser. The decision itself is not stored: say it on every page.
     */
    consent: (decision: 'granted' | 'denied') => void;
    /**
     * Removes everything that is sendoff's from this browser: the queue, the ids, the cookie. The consent stays as it
     * is; the next event begins with a new anonymous id. Resolves when all is gone; never rejects.
     */
    erase: () => UnfailingPromise<void>;
    /** The dead letters; none while nothing may be read. */
    readonly rejected: Rejected;
    flush: () => UnfailingPromise<FullStatus>;
    status: () => Promise<FullStatus>;
}
