import type { Destination } from '../core/destination.ts';
import { type Begun } from './attempt.ts';
import type { Change } from './change.ts';
import { type Notes } from './notes.ts';
import type { QueueWorld } from './queue-options.ts';
/**
 * Chooses what is sent next and writes down that it is, in one transaction.
 * @param grantedAt since when the caller has the lock; 0 where it has none.
 * @param isHopeful whether something has changed since the last request, but the time.
 */
export declare const createClaim: ({ now, random }: Pick<QueueWorld, "now" | "random">, destination: Destination, queue: string, maxAgeDays: number, { list, mark }: Notes, change: Change) => (grantedAt: number, isHopeful: boolean) => Promise<Begun>;
