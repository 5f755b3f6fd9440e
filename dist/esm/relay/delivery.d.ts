import type { TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import type { DeliveredIds } from './delivered-ids.ts';
import type { Vendor } from './vendor.ts';
import type { World } from './world.ts';
export interface DeliveryOptions {
    readonly vendor: Vendor;
    readonly deliveredIds: DeliveredIds;
    readonly report: (problem: string) => void;
    readonly world: World;
}
/**
 * The way of a batch to one vendor.
 *
 * The order in which nothing counts twice: an id is claimed before the vendor is called; it is settled after the
 * vendor has answered and before anybody is told; it is released only when the vendor has certainly not got it,
 * or when the site prefers a repeat to a loss.
 */
export declare const createDelivery: ({ vendor, deliveredIds, report, world }: DeliveryOptions) => (events: readonly TrackedEvent[]) => Promise<readonly Outcome[]>;
