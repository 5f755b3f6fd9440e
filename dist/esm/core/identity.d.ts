import type { Identity, Properties } from './event.ts';
/** What `identify` may say about a person. Unknown names become properties of the vendor's profile. */
export interface Traits extends Properties {
    readonly email?: string;
    /** E.164, for example +491701234567; spaces, dots, dashes and brackets are removed. */
    readonly phone?: string;
    readonly firstName?: string;
    readonly lastName?: string;
}
/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export declare const identified: (identity: Identity, userId: unknown, { email, phone }: Traits, report: (problem: string) => void) => Identity;
