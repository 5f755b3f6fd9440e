import type { Identity, TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Call, VendorAnswer } from './vendor.ts';
export type Found = {
    readonly type: 'found';
    readonly id: number;
} | {
    readonly type: 'failed';
    readonly outcome: Outcome;
};
export interface CustomersOptions {
    post(call: Call, path: string, body: object): Promise<VendorAnswer>;
    readonly createCustomers: boolean;
    outcomeOf(answer: VendorAnswer): Outcome;
}
/** HelpCrunch's own numeric ids of the site's people: searched for once, then remembered in this relay's memory. */
export declare const createHelpcrunchCustomers: ({ post, createCustomers, outcomeOf }: CustomersOptions) => {
    personOf: ({ userId, email, anonymousId }: Identity) => string;
    forget: ({ identity }: TrackedEvent) => void;
    find(event: TrackedEvent, call: Call, nowMs: number): Promise<Found>;
};
