/** Of an event that is declared in the page. */
export declare const DECLARED_CHARS: {
    readonly name: 255;
    readonly value: 1024;
};
/** The properties after these are left out. */
export declare const MAX_DECLARED_PROPERTIES = 50;
export interface DeclaredEvent {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
}
/** As much of `track` as a declared event needs. */
export type TrackDeclared = (name: string, properties: DeclaredEvent['properties']) => unknown;
/**
 * The event that an element's attributes declare: `data-track="Added to Cart" data-track-product-id="A-1"` is `Added to
 * Cart` with `{ product_id: 'A-1' }`. Values stay texts. Undefined without a name.
 */
export declare const declaredEvent: (attributes: Iterable<{
    readonly name: string;
    readonly value: string;
}>) => DeclaredEvent | undefined;
