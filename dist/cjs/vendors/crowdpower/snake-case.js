"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.snakeCased = void 0;
/** Returns `product_id` for `productId`, `Product ID` and `product-id`; a name of signs alone stays. */
const snakeCase = (name) => name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase() || name;
/** Returns properties under names in snake case; names that would become the same stay as they are. */
const snakeCased = (properties) => {
    const counts = new Map();
    const entries = Object.entries(properties).map(([name, value]) => [name, snakeCase(name), value]);
    for (const [, name] of entries)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return Object.fromEntries(entries.map(([own, name, value]) => [counts.get(name) === 1 ? name : own, value]));
};
exports.snakeCased = snakeCased;
