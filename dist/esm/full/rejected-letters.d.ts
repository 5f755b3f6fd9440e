import type { Rejected } from '../rejected.ts';
import type { Life } from './lives.ts';
/** The dead letters of the present life; there are none while nothing may be read. */
export declare const createRejected: (present: () => Life | undefined, flush: () => Promise<unknown>) => Rejected;
