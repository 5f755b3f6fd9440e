/**
 * Klaviyo refuses a whole request that exceeds one of these limits (developers.klaviyo.com, "Rate limits, status codes,
 * and errors"): 400 properties, 10 levels of them, 4,000 items in a list, 100 KB in a text, which this number of
 * characters never reaches.
 */
const MAX_PROPERTIES = 400;
const MAX_LEVELS = 10;
const MAX_ITEMS = 4_000;
const MAX_CHARS = 33_000;
/**
 * Returns the first part of a list or a text; where that is not all, it adds a sentence to `told`, one for each kind.
 */
const atMost = (told, limit, list) => {
    const what = typeof list === 'string' ? 'characters' : 'properties';
    if (list.length > limit)
        told.add(`klaviyo: cut to ${limit || `${MAX_LEVELS} levels of`} ${what}`);
    return list.slice(0, limit);
};
/** One half of an emoji, which cutting may leave: it is not valid in UTF-8. */
const HALF = /\p{Surrogate}/gu;
/** Returns the text within the limit, without such halves. */
export const textWithin = (told, limit, text) => atMost(told, limit, text).replace(HALF, '');
/**
 * Tells whether the vendor takes a value as it is. Almost every value passes, and copying it would cost ten times as
 * much.
 */
const isWithin = (value, levels) => {
    if (typeof value === 'string')
        return value.length <= MAX_CHARS && value.search(HALF) < 0;
    if (Object(value) !== value)
        return true;
    const parts = Object.values(value);
    const most = Array.isArray(value) ? MAX_ITEMS : MAX_PROPERTIES;
    return levels > 0 && parts.length <= most && parts.every((part) => isWithin(part, levels - 1));
};
/** Returns the part of a value that the vendor accepts. */
export const withinLimits = (told, value, levels = MAX_LEVELS) => {
    if (isWithin(value, levels))
        return value;
    if (typeof value === 'string')
        return textWithin(told, MAX_CHARS, value);
    if (!levels)
        return atMost(told, 0, [value])[0];
    const inner = (part) => withinLimits(told, part, levels - 1);
    if (Array.isArray(value))
        return atMost(told, MAX_ITEMS, value).map(inner);
    const entries = atMost(told, MAX_PROPERTIES, Object.entries(value));
    return Object.fromEntries(entries.map(([name, part]) => [name, inner(part)]));
};
