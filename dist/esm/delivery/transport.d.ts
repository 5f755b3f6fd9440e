import type { Destination, VendorRequest, VendorResponse } from '../core/destination.ts';
import type { TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
/** How requests leave. */
export interface Transport {
    /** Resolves with nothing when no answer came; never rejects. A request that is `leaving` outlives the page. */
    send(request: VendorRequest, timeoutMs: number, leaving: boolean): Promise<VendorResponse | undefined>;
    /** Bytes of body that may still leave with the page. */
    spareBytes(): number;
}
/** All keepalive requests and beacons of a page share 64 KiB of body in flight (Fetch, section 4.7). */
export declare const KEEPALIVE_BYTES = 65536;
export declare const bytesOf: (text: string) => number;
/** One outcome for each event of a request. */
export declare const outcomesOf: ({ interpret }: Destination, events: readonly TrackedEvent[], response: VendorResponse | undefined) => readonly Outcome[];
