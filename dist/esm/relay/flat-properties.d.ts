import type { Properties } from '../core/event.ts';
export type Flat = Readonly<Record<string, string | number | boolean>>;
/**
 * The properties for a vendor that takes only text, numbers and booleans: lists and objects become JSON text,
 * null is left out. Of two names that `nameOf` makes equal the later wins; an empty one is left out.
 */
export declare const flatProperties: (properties: Properties, nameOf?: (name: string) => string) => Flat;
