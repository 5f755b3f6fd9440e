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
    /** Where these events of one person are held; nothing where the vendor takes them: then they lie at `key`. */
    heldKeyOf(chunk: {
        readonly key: string;
        readonly json: string;
    }): string | undefined;
    /**
     * Puts among the new what is held of the people of these events, who are identified, and what is too old: there it
     * expires.
     * @param queue whose records these are.
     * @param oldest milliseconds since 1970.
     * @returns whether the queue is to be looked at again.
     */
    release(records: Records, queue: string, events: readonly TrackedEvent[], oldest: number): Promise<boolean>;
}
/**
 * Holds what the vendor would refuse among the held records: counted and evicted as all records, and never chosen for
 * sending.
 *
 * When an event of an identified person is about to be sent, what was held under the same anonymous id becomes that
 * person's, and new. Its record changes, which no event's may between attempts: but it was never attempted.
 *
 * A page that is left may note once more what was released a moment ago. That is put over it, under the same key: until
 * it is sent, it is among the events of whoever is about to send it; and then the mark tells pages that it was taken.
 * @param knows whether the vendor would know whose these events are.
 */
export declare const holding: (knows: (identity: Identity) => unknown) => Holding;
