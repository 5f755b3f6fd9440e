"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.declaredEvent = exports.MAX_DECLARED_PROPERTIES = exports.DECLARED_CHARS = void 0;
const clipped_ts_1 = require("../context/clipped.js");
/** The longest name and value of an event that is declared in the page. */
exports.DECLARED_CHARS = { name: 255, value: 1_024 };
/** Most properties of a declared event; further ones are left out. */
exports.MAX_DECLARED_PROPERTIES = 50;
const PROPERTY = /^data-track-(.+)/;
/**
 * Returns the event that an element's attributes declare: `data-track="Added to Cart" data-track-product-id="A-1"` is
 * `Added to Cart` with `{ product_id: 'A-1' }`. Values stay texts. The result is undefined without a name.
 */
const declaredEvent = (attributes) => {
    let name = '';
    const properties = new Map();
    for (const { name: attribute, value } of attributes) {
        if (attribute === 'data-track')
            name = (0, clipped_ts_1.clipped)(value.trim(), exports.DECLARED_CHARS.name);
        const property = PROPERTY.exec(attribute)?.[1];
        if (property && properties.size < exports.MAX_DECLARED_PROPERTIES)
            properties.set(property.replaceAll('-', '_'), (0, clipped_ts_1.clipped)(value, exports.DECLARED_CHARS.value));
    }
    return name ? { name, properties: Object.fromEntries(properties) } : undefined;
};
exports.declaredEvent = declaredEvent;
