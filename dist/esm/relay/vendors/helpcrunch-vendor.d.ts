import { type Secret } from '../request/secret.ts';
import type { Unanswered, Vendor } from '../vendor.ts';
export interface HelpcrunchVendorOptions {
    /**
     * The key from Settings > Developers > Public API. It is private in spite of that name: it reads and writes
     * customers.
     */
    readonly apiKey: Secret;
    /**
     * Whether a person whom HelpCrunch does not know becomes a new customer there. Otherwise such a person's events wait
     * for ten minutes, because the chat widget may be about to make the customer, and are then dropped.
     * @default false
     */
    readonly createCustomers?: boolean;
    /**
     * What happens to an event whose request was never answered: `resend` may count it twice, `assume-delivered` may lose
     * it.
     * @default 'resend'
     */
    readonly unanswered?: Unanswered;
    /**
     * The account's limit, which all relays together have to keep.
     * @default 120
     */
    readonly requestsPerMinute?: number;
    /** The origin of the vendor. @default 'https://api.helpcrunch.com' */
    readonly endpoint?: string;
}
/**
 * Calls HelpCrunch's `POST /v1/events` with one event a request. HelpCrunch dates the event itself, so the real time
 * goes into `data.occurredAt`. HelpCrunch cannot recognise a repeat, so the relay remembers what it has delivered.
 *
 * An `identify` makes the customer when `createCustomers` allows it, and never changes one: otherwise anybody with the
 * write key could rewrite anybody's profile.
 *
 * Source: docs.helpcrunch.com, rest-api-v1: add-customer-event-v1, search-customers-v1, create-customer-v1.
 * @example
 * helpcrunchVendor({ apiKey: () => env.HELPCRUNCH_API_KEY, createCustomers: true })
 */
export declare const helpcrunchVendor: ({ apiKey, createCustomers, unanswered, requestsPerMinute, endpoint, }: HelpcrunchVendorOptions) => Vendor;
