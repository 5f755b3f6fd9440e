import type { Destination } from '../core/destination.ts';
import { type KlaviyoTraces, type KlaviyoVisitor } from './klaviyo-cookies.ts';
/** Whether a vendor's own script may name the visitor. */
export declare const isNaming: ({ name }: Destination) => boolean;
/** What the vendors' own scripts say of the visitor. The first destination whose vendor knows the visitor names them. */
export declare const vendorVisitor: (destinations: readonly Destination[], traces: KlaviyoTraces) => KlaviyoVisitor;
