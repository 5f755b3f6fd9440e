import type { Destination } from '../core/destination.ts';
import type { Identity } from '../core/event.ts';
import { type KlaviyoTraces } from './klaviyo-cookies.ts';
/** What the vendors' own scripts say of a visitor. */
export interface VendorVisitor {
    /** Holds for a visitor who is not known yet. */
    readonly anonymous: Partial<Identity>;
    /** Holds for whoever is here now. */
    readonly current: Partial<Identity>;
}
/** The first destination whose vendor knows the visitor names them. */
export declare const vendorVisitor: (destinations: readonly Destination[], traces: KlaviyoTraces) => VendorVisitor;
