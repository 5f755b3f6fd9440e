/** The longest name and value of an event that is declared in the page. */
export declare const DECLARED_CHARS: {
    readonly name: 255;
    readonly value: 1024;
};
/** Most properties of a declared event; further ones are left out. */
export declare const MAX_DECLARED_PROPERTIES = 50;
export interface DeclaredEvent {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
}
/** The part of `track` that a declared event needs. */
export type TrackDeclared = (name: string, properties: DeclaredEvent['properties']) => unknown;
/**
 * Returns the event that an element's attributes declare: `data-track="Added to Cart" data-track-product-id="A-1"` is
 * `Added to Cart` with `{ product_id: 'A-1' }`. Values stay texts. The result is undefined without a name.
 */
export declare const declaredEvent: (attributes: Iterable<{
    readonly name: string;
    readonly value: string;
}>) => DeclaredEvent | undefined;
