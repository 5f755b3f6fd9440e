"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.idOf = exports.textOf = void 0;
/** No vendor takes a longer id, no address reaches anybody, and what is much longer may cost time. */
const MAX_CHARS = 255;
/**
 * What templates and loose code print where there is nobody: words for it, what has nothing but signs and zeros (`0`,
 * `(-)`, the empty UUID), an object as text, and a template that was never filled in (`{{ customer.id }}`).
 */
const NOBODY = /^(undefined|null|nil|none|nan|true|false|n\/a|guest|anonymous|unknown|\(?not set\)?|[\p{P}\p{S}\s0]*|(\[object|\{[{%]|\$\{|<[%?]).*)$/isu;
/** A text or a number as trimmed text; '' for everything else, and for a text that is too long. */
const textOf = (given) => {
    const text = Object(given) === given ? '' : `${given ?? ''}`.trim();
    return text.length > MAX_CHARS ? '' : text;
};
exports.textOf = textOf;
/** A text or a number as the id that it is; '' where it is none. */
const idOf = (given) => {
    const text = (0, exports.textOf)(given);
    return NOBODY.test(text) ? '' : text;
};
exports.idOf = idOf;
