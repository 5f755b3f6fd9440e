import type { DeliveredIds } from './ids/delivered-ids.ts';
import type { Limits } from './limits/limits.ts';
import type { Observe } from './observation.ts';
import type { EventQueue } from './queue/event-queue.ts';
import type { Secret } from './request/secret.ts';
import type { Vendor } from './vendor.ts';
import { type World } from './world.ts';
export interface RelayOptions {
    /** The sites whose pages may send: `https://shop.example`, without a path. */
    readonly origins: readonly string[];
    /** What pages send as `writeKey`; several while one takes another's place. Public. */
    readonly writeKeys: readonly string[];
    /**
     * The secret of `signWriteKey`. When there is one, only write keys that are signed with it are taken.
     * @default none: write keys are plain
     */
    readonly signingSecret?: Secret;
    /**
     * How much may come from one address and with one write key.
     * @default no limit of the relay's own
     */
    readonly limits?: Limits;
    /**
     * The address of the visitor, for `limits`.
     * @default unknown, and then not limited
     */
    readonly addressOf?: (request: Request) => string | undefined;
    /**
     * Told of each request, event and call to a vendor, to count them.
     * @default nobody is told
     */
    readonly observe?: Observe;
    /** The vendors that this relay calls, each with its private key. */
    readonly vendors: readonly Vendor[];
    /**
     * Where delivered ids are remembered for vendors that cannot tell a repeat. Several relays must share one.
     * @default createMemoryIds()
     */
    readonly deliveredIds?: DeliveredIds;
    /**
     * Takes the events, for workers to deliver them later. Then nothing is delivered while a page waits, and
     * `deliveredIds` are not asked.
     * @default none: the vendor is called at once
     */
    readonly queue?: EventQueue;
    /**
     * Told when a vendor refuses the key or the store of ids fails. Holds neither secrets nor personal data.
     * @default nobody is told
     */
    readonly report?: (problem: string) => void;
    /** Replaces the platform's `fetch`, clock and timer. */
    readonly world?: Partial<World>;
}
/**
 * A relay for vendors whose keys are private: takes batches from the site's pages, calls the vendor, and answers
 * for each event. Web standards only: it runs on Node, Workers, Deno and Bun. It keeps nothing that it cannot
 * afford to lose; the queue is in the browser.
 *
 * Answers `{ outcomes: [{ id, type, reason?, detail?, afterMs? }] }`, or `{ error: { code, message } }` with a
 * status of 4xx and no call to a vendor. `GET …/health` is answered with 200.
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
