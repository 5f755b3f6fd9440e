import type { Identity } from './core/event.ts';
import type { Identifier } from './core/outcome.ts';
import type { LocalArea } from './storage/local-area.ts';
/** Where localStorage keeps who this visitor is: the anonymous id here, and each account's person under it. */
export declare const IDENTITY = "sendoff-identity";
/** The place of the anonymous id that all accounts share, and of the person that one account has heard of. */
export declare const sharedPlaceOf: (namespace: string) => string;
export declare const placeOf: (queue: string) => string;
/** What can be an identity of what somebody has stored: texts of a sensible length. */
export declare const identityIn: (json: string | null | undefined) => Partial<Identity>;
/**
 * Who the visitor is to one account: what was said to another is not known here. In localStorage, so that all tabs
 * know the same.
 * @param shared where the anonymous id is that all accounts share.
 */
export declare const createPerson: (area: LocalArea, place: string, shared: string, newId: () => string) => {
    place: string;
    keep: (next: Identity) => void;
    read: () => Identity;
    identity: () => Identity;
    /** The identity as JSON: made once, for all events that follow. */
    json: () => string;
    /** What the account's vendor refuses is not said any more. */
    forget(identifier: Identifier, value: string): void;
};
export type Person = ReturnType<typeof createPerson>;
