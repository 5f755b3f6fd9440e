import { type Secret } from '../request/secret.ts';
import type { Unanswered, Vendor } from '../vendor.ts';
export interface HelpcrunchVendorOptions {
    /** From Settings > Developers > Public API. Private, whatever it is called: it reads and writes customers. */
    readonly apiKey: Secret;
    /**
     * Whether a person whom HelpCrunch does not know becomes a new customer there. Otherwise such a person's events
     * wait for ten minutes, as the chat widget may be about to make the customer, and are then dropped.
     * @default false
     */
    readonly createCustomers?: boolean;
    /**
     * What to do with an event whose request was never answered.
     * @default 'resend'
     */
    readonly unanswered?: Unanswered;
    /**
     * The account's limit, which all relays together have to keep.
     * @default 120
     */
    readonly requestsPerMinute?: number;
    /** @default 'https://api.helpcrunch.com' */
    readonly endpoint?: string;
}
/**
 * HelpCrunch's `POST /v1/events`: one event a request, which HelpCrunch dates itself, so that the real time goes
 * into `data.occurredAt`, and cannot recognise, so that the relay remembers what it has delivered.
 *
 * An `identify` makes the customer when `createCustomers` allows it, and never changes one: whoever knows the
 * write key could otherwise rewrite anybody's profile.
 *
 * Source: docs.helpcrunch.com, rest-api-v1: add-customer-event-v1, search-customers-v1, create-customer-v1.
 * @example
 * helpcrunchVendor({ apiKey: () => env.HELPCRUNCH_API_KEY, createCustomers: true })
 */
export declare const helpcrunchVendor: ({ apiKey, createCustomers, unanswered, requestsPerMinute, endpoint, }: HelpcrunchVendorOptions) => Vendor;
