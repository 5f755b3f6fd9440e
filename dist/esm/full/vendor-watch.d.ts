import type { AdoptingClient } from '../client.ts';
import type { Destination } from '../core/destination.ts';
import type { LocalArea } from '../storage/local-area.ts';
import type { Receipt } from '../tracker.ts';
import type { KlaviyoTraces } from './klaviyo-cookies.ts';
/** Where localStorage keeps what the vendors' scripts have said of the visitor: after a log-out it is no news. */
export declare const VENDOR = "sendoff-vendor";
/** Reading cookies takes time: at most so often. */
export declare const LOOK_MS = 1000;
interface Dependencies {
    readonly client: Pick<AdoptingClient, 'adopt' | 'identity'> & {
        readonly track: Pick<AdoptingClient['track'], 'identify'>;
    };
    readonly destinations: readonly Destination[];
    readonly area: LocalArea;
    readonly traces: () => KlaviyoTraces;
    readonly now: () => number;
}
/**
 * Takes over what the vendors' scripts say of the visitor whenever that appears or changes: on a first visit they come later,
 * and a form or a link in an e-mail makes the visitor known on a later page. Whom the site itself has identified keeps that
 * identity: a link may be somebody else's.
 */
export declare const createVendorWatch: ({ client, destinations, area, traces, now }: Dependencies) => {
    /** Before an event, and when a page begins. */
    look(): void;
    /** As the tracker's own. */
    identify(userId?: string | number | import("../index.ts").Traits | null | undefined, traits?: import("../index.ts").Traits | undefined): Receipt;
};
export type VendorWatch = ReturnType<typeof createVendorWatch>;
export {};
