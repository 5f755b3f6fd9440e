import type { TrackedEvent } from '../core/event.ts';
import { type Refusal } from './refusal.ts';
export interface GateOptions {
    readonly origins: readonly string[];
    readonly writeKeys: readonly string[];
    /** The names of the vendors that are set up. */
    readonly destinations: readonly string[];
}
export type Passage = {
    readonly type: 'passed';
    readonly destination: string;
    readonly events: readonly TrackedEvent[];
} | Refusal;
/**
 * Everything that is decided before a vendor is called or a secret is read, cheapest first: method, origin, type,
 * size, syntax, write key, number, shape, destination.
 */
export declare const createGate: ({ origins, writeKeys, destinations }: GateOptions) => (request: Request) => Promise<Passage>;
