"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.uuidOf = void 0;
/** Returns the FNV-1a hash (draft-eastlake-fnv) of 32 bits, by characters. */
const hashOf = (text, seed) => {
    let hash = 0x811c9dc5 ^ seed;
    for (const character of text)
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
};
/**
 * Returns the same UUID (version 8, which leaves its making open) for the same text: for a vendor that recognises
 * repeats by UUIDs alone, and a site's own id that is not one. It keeps apart what one visitor tracks; it keeps no
 * secret.
 */
const uuidOf = (text) => [1, 2, 3, 4]
    .map((seed) => hashOf(text, seed))
    .join('')
    .replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-8$3-8$4-$5');
exports.uuidOf = uuidOf;
