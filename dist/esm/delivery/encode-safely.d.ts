import type { Destination } from '../core/destination.ts';
/**
 * A destination whose `encode` never throws: a module of the site may. What it throws is the part's `error`, and counts
 * as a refusal, so that the guilty event is found and the others are delivered.
 */
export declare const encodingSafely: (destination: Destination) => Destination;
