import { type Identity, type TrackedEvent } from './event.ts';
/** What is asked of a transaction over the queue's records. */
export interface Records {
    get(key: string): Promise<string | undefined>;
    keys(prefix: string): Promise<readonly string[]>;
    put(key: string, value: string): void;
    remove(key: string): void;
}
/** For a vendor that knows no anonymous visitors: what is tracked waits in the queue until it is known who it was. */
export interface Holding {
    /** Where a record is held that begins with this event; nothing where the vendor takes it: then it lies at `key`. */
    heldKeyOf(key: string, eventJson: string | undefined): string | undefined;
    /**
     * Ends the wait of what is held: for the people of these events, who are identified, and for what is too old.
     *
     * First the mark, then the look: a page that was left without having seen the mark has written a note.
     * @param oldest milliseconds since 1970.
     * @returns whether the queue is to be looked at again.
     */
    release(records: Records, events: readonly TrackedEvent[], oldest: number, mark: (key: string) => void, hasNews: () => boolean, lose: (key: string, reason: 'expired') => void): Promise<boolean>;
}
/**
 * Holds what the vendor would refuse, at `<name>/e/held/<first id>/<count>/<anonymous id>`: counted and evicted as
 * everything under `<name>/e/`, and never chosen for sending.
 *
 * When an event of an identified person is about to be sent, what was held under the same anonymous id becomes that
 * person's, and new. Its record changes, which no event's may between attempts: but it was never attempted.
 * @param name the destination's.
 * @param knows whether the vendor would know whose these events are.
 */
export declare const holding: (name: string, knows: (identity: Identity) => unknown) => Holding;
