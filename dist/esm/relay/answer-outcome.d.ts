import { type Outcome } from '../core/outcome.ts';
import type { VendorAnswer } from './vendor.ts';
/**
 * What an answer means for the event. `detail` names the status and nothing else: a vendor's words may quote
 * the person or the credential.
 */
export declare const outcomeOfAnswer: (answer: VendorAnswer, limitedMs: number) => Outcome;
