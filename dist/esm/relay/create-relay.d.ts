import type { DeliveredIds } from './ids/delivered-ids.ts';
import type { Limits } from './limits/limits.ts';
import type { Observe } from './observation.ts';
import type { EventQueue } from './queue/event-queue.ts';
import type { Secret } from './request/secret.ts';
import type { Vendor } from './vendor.ts';
import { type World } from './world.ts';
export interface RelayOptions {
    /** The sites whose pages may send, at least one: `https://shop.example`, without a path. */
    readonly origins: readonly string[];
    /** The public keys that pages send as `writeKey`, at least one; there are several while one replaces another. */
    readonly writeKeys: readonly string[];
    /**
     * The secret of `signWriteKey`. With it, only write keys that are signed with it are accepted.
     * @default none: write keys are plain
     */
    readonly signingSecret?: Secret;
    /**
     * The limits of what may come from one address and with one write key.
     * @default no limit of the relay's own
     */
    readonly limits?: Limits;
    /**
     * Returns the address of the visitor, for `limits`. A visitor whose address is unknown is not limited.
     * @default no address is known
     */
    readonly addressOf?: (request: Request) => string | undefined;
    /**
     * Called with each request, event and call to a vendor, to count them.
     * @default nothing is called
     */
    readonly observe?: Observe;
    /** The vendors that this relay calls, at least one and none twice, each with its private key. */
    readonly vendors: readonly Vendor[];
    /**
     * The store of delivered ids, for vendors that cannot recognise a repeat. Several relays must share one store.
     * @default createMemoryIds()
     */
    readonly deliveredIds?: DeliveredIds;
    /**
     * The queue that takes the events, so that workers deliver them later. With it, nothing is delivered while a page
     * waits, and `deliveredIds` is not used.
     * @default none: the vendor is called at once
     */
    readonly queue?: EventQueue;
    /**
     * Called with a sentence when a vendor refuses the key, or when the store of ids fails. The sentence has neither
     * secrets nor personal data.
     * @default nothing is called
     */
    readonly report?: (problem: string) => void;
    /**
     * Replaces the platform's `fetch`, clock and timer.
     * @default the platform's own
     */
    readonly world?: Partial<World>;
}
/**
 * Makes a relay for vendors whose keys are private: it takes batches from the site's pages, calls the vendor, and
 * answers for each event. It uses web standards only, and runs on Node, Workers, Deno and Bun. It keeps nothing that it
 * cannot afford to lose, because the queue is in the browser.
 *
 * It answers `{ outcomes: [{ id, type, reason?, detail?, afterMs? }] }`, or `{ error: { code, message } }` with a
 * status of 4xx and without a call to a vendor. `GET …/health` is answered with 200.
 * @throws {TypeError} that names the option which is missing or wrong.
 * @example
 * const relay = createRelay({
 *   origins: ['https://shop.example'],
 *   writeKeys: ['shop'],
 *   vendors: [helpcrunchVendor({ apiKey: () => process.env.HELPCRUNCH_API_KEY ?? '' })],
 * })
 * export default { fetch: relay }
 */
export declare const createRelay: (options: RelayOptions) => ((request: Request) => Promise<Response>);
