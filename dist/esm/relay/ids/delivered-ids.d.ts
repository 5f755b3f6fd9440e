/**
 * What a claim finds: `mine` (nobody has this id; it is now claimed), `taken` (somebody is delivering it),
 * `delivered`.
 */
export type Claim = 'mine' | 'taken' | 'delivered';
/**
 * Remembers what has been delivered, for a vendor that cannot tell a repeat. Shared by all relays, a beacon and
 * its later resend count once, whichever relay they reach. Each vendor has ids of its own.
 */
export interface DeliveredIds {
    /** Claims each id that nobody has, atomically. A claim that is neither settled nor released ends by itself. */
    claim(vendor: string, ids: readonly string[]): readonly Claim[] | Promise<readonly Claim[]>;
    /** This one is delivered. */
    settle(vendor: string, id: string): void | Promise<void>;
    /** These claims are given up: the vendor has not got them. */
    release(vendor: string, ids: readonly string[]): void | Promise<void>;
}
/** Longer than any delivery of a batch takes. After that a relay that claimed an id is taken for dead. */
export declare const CLAIM_MS = 120000;
/** A day longer than a browser keeps its queue by default. */
export declare const REMEMBER_MS: number;
