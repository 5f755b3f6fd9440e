import type { Identity, Properties } from './event.ts';
/** The traits of `identify`. Unknown names become properties of the vendor's profile. */
export interface Traits extends Properties {
    /** Whatever is empty, as templates leave it, is taken for nothing said. */
    readonly email?: string | null | undefined;
    /** E.164, for example +491701234567; spaces, dots, dashes, slashes and brackets are removed. */
    readonly phone?: string | null | undefined;
    readonly firstName?: string | null | undefined;
    readonly lastName?: string | null | undefined;
}
/** The identifiers of a person, each in its normal form. */
export type Identifiers = Pick<Identity, 'userId' | 'email' | 'phone'>;
/** Without what vendors themselves have called this person. */
export declare const withoutTokens: (identity: Identity) => Identity;
/**
 * Who the visitor is after this was said of them. Another user id is another person, of whom nothing is known and who
 * begins with an anonymous id of their own; otherwise what was known stays, and what is said is added.
 */
export declare const identified: (known: Identity, said: Identifiers, newId: () => string) => Identity;
