import type { Secret } from '../request/secret.ts';
import type { Vendor } from '../vendor.ts';
import { type YotpoFields } from './yotpo-body.ts';
export interface YotpoVendorOptions {
    /** The store id, which Yotpo also calls app key. */
    readonly storeId: string;
    /** The store's secret, from which access tokens are made. */
    readonly secret: Secret;
    /**
     * The source of the events, in snake case.
     * @default 'sendoff'
     */
    readonly source?: string;
    /** The method of the request. @default 'PATCH' */
    readonly method?: string;
    /**
     * The path of the request, in which `{store_id}` stands for the store id.
     * @default '/core/v3/stores/{store_id}/customer_events'
     */
    readonly path?: string;
    /**
     * The key around the whole body, if there is to be one.
     * @default none
     */
    readonly wrapper?: string;
    /**
     * The names of the body's fields, as far as they differ from `YOTPO_FIELDS`.
     * @default YOTPO_FIELDS
     */
    readonly fields?: Partial<YotpoFields>;
    /**
     * The store's limit, which all relays together have to keep.
     * @default 5
     */
    readonly requestsPerSecond?: number;
    /** The origin of the vendor. @default 'https://api.yotpo.com' */
    readonly endpoint?: string;
}
/**
 * Calls Yotpo's custom customer events with one event a request and the event's id, so that a repeat replaces the
 * first.
 *
 * **Not verified against the live service**, and Yotpo closed the product behind it, SMS & Email, at the end of 2025.
 * Yotpo's page names few of the fields, and neither method nor path: all of them are options.
 *
 * Source: core-api.yotpo.com/reference, create-or-update-custom-customer-event and authentication.
 * @example
 * yotpoVendor({ storeId: env.YOTPO_STORE_ID, secret: () => env.YOTPO_SECRET })
 */
export declare const yotpoVendor: ({ storeId, secret, source, method, path, wrapper, fields, requestsPerSecond, endpoint, }: YotpoVendorOptions) => Vendor;
