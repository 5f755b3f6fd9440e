import type { Identity } from '../core/event.ts';
import type { LocalArea } from './local-area.ts';
/** The stored identity, or a new anonymous one. */
export declare const loadIdentity: (area: LocalArea, newAnonymousId: () => string) => Identity;
export declare const saveIdentity: (area: LocalArea, identity: Identity) => Identity;
