import { type TrackedEvent } from '../core/event.ts';
import type { Transaction } from './store.ts';
/**
 * Reads records, oldest first, for as long as they are taken; returns the keys of those. Removes what is not to be
 * sent: what cannot be read, what is older than `oldest`, and all that can be read where `isAssumed`.
 */
export declare const gather: (t: Transaction, keys: readonly string[], takes: (json: string, events: readonly TrackedEvent[]) => boolean, oldest: number, isAssumed: boolean | undefined, onEnd: (reason: "unreadable" | "expired" | "delivered", events: number) => void) => Promise<string[]>;
