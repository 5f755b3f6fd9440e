import type { Destination, Part, VendorResponse } from '../core/destination.ts';
import { type Outcome } from '../core/outcome.ts';
/**
 * How requests leave. Resolves with nothing when no answer came; never rejects. A request that is `leaving` must
 * outlive the page.
 */
export type Transport = (part: Part, timeoutMs: number, leaving: boolean) => Promise<VendorResponse | undefined>;
/** Requests so small are to outlive the page, too. */
export declare const SMALL_CHARS = 5000;
export declare const UNANSWERED: Outcome;
/** The browser said before and after that there is no network: the request has not left. */
export declare const OFFLINE: Outcome;
/**
 * One outcome for each event of a request.
 * @param silence what it means that no answer came.
 */
export declare const outcomesOf: (destination: Destination, { events, error }: Part, response: VendorResponse | undefined, silence: Outcome) => readonly Outcome[];
