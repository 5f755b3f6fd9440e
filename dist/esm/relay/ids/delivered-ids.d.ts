/**
 * The result of a claim: `mine` means that the id was free and is now claimed, `taken` that another request delivers
 * the event, and `delivered` that the event is delivered.
 */
export type Claim = 'mine' | 'taken' | 'delivered';
/**
 * Remembers which events have been delivered, for a vendor that cannot recognise a repeat. When all relays share it, a
 * beacon and its later resend count once, whichever relays they reach. Each vendor has ids of its own.
 */
export interface DeliveredIds {
    /** Claims each id that is free, atomically. A claim that is neither settled nor released ends by itself. */
    claim(vendor: string, ids: readonly string[]): readonly Claim[] | Promise<readonly Claim[]>;
    /** Remembers that the event of this id is delivered. */
    settle(vendor: string, id: string): void | Promise<void>;
    /** Gives up these claims, because the vendor has not received the events. */
    release(vendor: string, ids: readonly string[]): void | Promise<void>;
}
/**
 * The time after which a claim ends, because the relay that has made it counts as dead. It is longer than any delivery
 * of a batch.
 */
export declare const CLAIM_MS = 120000;
/** The time for which delivered ids are remembered: a day longer than a browser keeps its queue by default. */
export declare const REMEMBER_MS: number;
