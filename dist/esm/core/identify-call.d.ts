import type { Properties } from './event.ts';
import type { Identifiers } from './identity.ts';
export interface IdentifyCall {
    /** Without what was not said, or is malformed. */
    readonly said: Identifiers;
    /** Everything else; nothing in it is empty. */
    readonly traits: Properties;
    /** What was left out, a sentence each. */
    readonly told: readonly string[];
}
/** User id and traits, either of which may be left out: `identify({ email })` names no id. */
export declare const identifyArguments: (first: unknown, second: unknown) => readonly [unknown, Properties];
/** What `identify(userId?, traits?)` says of a person: all of it in our names, and no placeholder taken for somebody. */
export declare const identifyCall: (first: unknown, second: unknown) => IdentifyCall;
