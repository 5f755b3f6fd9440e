import type { Destination } from '../core/destination.ts';
import { type Attempt } from './attempt.ts';
import type { Chunk } from './chunk.ts';
import type { Notes } from './notes.ts';
/**
 * Writes down, at once and then in the database, what is not durable yet and what is handed off. Returns the
 * request that is to leave with the page: the oldest of one group, nothing when nobody else would know of it.
 * Synchronous: what waited for storage, a lock or a timer would not leave any more.
 */
export declare const createHandOff: (destination: Destination, newId: () => string, now: () => number, notes: Notes, isMemory: () => boolean, noteDown: () => Promise<void>) => (unsent: Set<Chunk>, maxBytes: number) => Attempt | undefined;
