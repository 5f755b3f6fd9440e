/**
 * The longest text that is read: no vendor takes a longer id, no longer address reaches anybody, and reading takes
 * time.
 */
const MAX_CHARS = 255;
/**
 * What templates and loose code print where there is nobody: words for it, signs and zeros alone (`0`, `(-)`, the empty
 * UUID), an object as text, and a template that was never filled in (`{{ customer.id }}`).
 */
const NOBODY = /^(undefined|null|nil|none|nan|true|false|n\/a|guest|anonymous|unknown|\(?not set\)?|[\p{P}\p{S}\s0]*|(\[object|\{[{%]|\$\{|<[%?]).*)$/isu;
/** Returns a text or a number as trimmed text; '' for everything else, and for a text that is too long. */
export const textOf = (given) => {
    const text = Object(given) === given ? '' : `${given ?? ''}`.trim();
    return text.length > MAX_CHARS ? '' : text;
};
/** Returns a text or a number as an id; '' where it is a placeholder. */
export const idOf = (given) => {
    const text = textOf(given);
    return NOBODY.test(text) ? '' : text;
};
