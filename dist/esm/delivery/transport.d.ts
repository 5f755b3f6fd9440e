import type { Destination, Part, VendorResponse } from '../core/destination.ts';
import { type Outcome } from '../core/outcome.ts';
/**
 * How requests leave. Resolves with nothing when no answer came, with true when none can come, and with false when the
 * request has not left; never rejects. A request that is `leaving` must outlive the page.
 */
export type Transport = (part: Part, timeoutMs: number, leaving: boolean) => Promise<VendorResponse | boolean | undefined>;
/** Requests so small are to outlive the page, too. */
export declare const SMALL_CHARS = 5000;
export declare const UNANSWERED: Outcome;
/** The request has not left: the browser has refused it, or said before and after that there is no network. */
export declare const OFFLINE: Outcome;
/**
 * One outcome for each event of a request.
 * @param silence what it means that no answer came.
 */
export declare const outcomesOf: (destination: Destination, { events, error }: Part, response: VendorResponse | false | undefined, silence: Outcome) => readonly Outcome[];
