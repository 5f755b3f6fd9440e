import type { Secret } from '../request/secret.ts';
import type { Vendor } from '../vendor.ts';
import { type YotpoFields } from './yotpo-body.ts';
export interface YotpoVendorOptions {
    /** The store id, which Yotpo also calls app key. */
    readonly storeId: string;
    /** The store's secret, which access tokens are made from. */
    readonly secret: Secret;
    /**
     * The source of the events, in snake case.
     * @default 'sendoff'
     */
    readonly source?: string;
    /** @default 'PATCH' */
    readonly method?: string;
    /**
     * `{store_id}` stands for the store id.
     * @default '/core/v3/stores/{store_id}/customer_events'
     */
    readonly path?: string;
    /**
     * The key around the whole body, if there is to be one.
     * @default none
     */
    readonly wrapper?: string;
    /** The names of the body's fields, as far as they differ from `YOTPO_FIELDS`. */
    readonly fields?: Partial<YotpoFields>;
    /**
     * The store's limit, which all relays together have to keep.
     * @default 5
     */
    readonly requestsPerSecond?: number;
    /** @default 'https://api.yotpo.com' */
    readonly endpoint?: string;
}
/**
 * Yotpo's custom customer events: one event a request, with its id, so that a repeat overrides the first.
 *
 * **Not verified against the live service**, and Yotpo closed the product behind it, SMS & Email, at the end of
 * 2025. Yotpo's page names few of the fields, and neither method nor path: all of them are options.
 *
 * Source: core-api.yotpo.com/reference, create-or-update-custom-customer-event and authentication.
 * @example
 * yotpoVendor({ storeId: env.YOTPO_STORE_ID, secret: () => env.YOTPO_SECRET })
 */
export declare const yotpoVendor: ({ storeId, secret, source, method, path, wrapper, fields, requestsPerSecond, endpoint, }: YotpoVendorOptions) => Vendor;
