import type { Call, Vendor } from './vendor.ts';
import type { World } from './world.ts';
/** How long a vendor may take to answer. */
export declare const CALL_MS = 10000;
/** How long the vendor asks to wait; `fallbackMs` where it does not say, or not in seconds. */
export declare const waitAskedFor: (headers: Headers, fallbackMs: number) => number;
/** The only way to one vendor, for all requests to the relay together: its limit is kept here. */
export declare const createCaller: ({ rate, limitedMs }: Vendor, { fetch, now, sleep }: World) => (deadlineMs: number) => Call;
