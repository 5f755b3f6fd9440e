import type { Identity, Properties } from './event.ts';
/**
 * The traits of `identify`. Other names become properties of the vendor's profile. Empty values, as templates print
 * them, are ignored.
 */
export interface Traits extends Properties {
    /** The person's e-mail address. A malformed one is left out and reported. */
    readonly email?: string | null | undefined;
    /**
     * The person's phone number in E.164, for example +491701234567; spaces, dots, dashes, slashes and brackets are
     * removed.
     */
    readonly phone?: string | null | undefined;
    readonly firstName?: string | null | undefined;
    readonly lastName?: string | null | undefined;
}
/** The identifiers of a person, each in its normal form. */
export type Identifiers = Pick<Identity, 'userId' | 'email' | 'phone'>;
/** Returns an identity without the ids that vendors themselves have for the person. */
export declare const withoutTokens: (identity: Identity) => Identity;
/**
 * Returns who the visitor is after `said`. Another user id is another person, of whom nothing is known and who begins
 * with an anonymous id of their own; otherwise the identifiers in `said` are added to those that are known.
 */
export declare const identified: (known: Identity, said: Identifiers, newId: () => string) => Identity;
