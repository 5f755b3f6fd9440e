import { clipped } from "../context/clipped.js";
/** The longest name and value of an event that is declared in the page. */
export const DECLARED_CHARS = { name: 255, value: 1_024 };
/** Most properties of a declared event; further ones are left out. */
export const MAX_DECLARED_PROPERTIES = 50;
const PROPERTY = /^data-track-(.+)/;
/**
 * Returns the event that an element's attributes declare: `data-track="Added to Cart" data-track-product-id="A-1"` is
 * `Added to Cart` with `{ product_id: 'A-1' }`. Values stay texts. The result is undefined without a name.
 */
export const declaredEvent = (attributes) => {
    let name = '';
    const properties = new Map();
    for (const { name: attribute, value } of attributes) {
        if (attribute === 'data-track')
            name = clipped(value.trim(), DECLARED_CHARS.name);
        const property = PROPERTY.exec(attribute)?.[1];
        if (property && properties.size < MAX_DECLARED_PROPERTIES)
            properties.set(property.replaceAll('-', '_'), clipped(value, DECLARED_CHARS.value));
    }
    return name ? { name, properties: Object.fromEntries(properties) } : undefined;
};
