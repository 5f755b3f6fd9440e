/** Cuts a text to this number of characters, without cutting an emoji in two. */
export const clipped = (text, chars) => text.length > chars ? text.slice(0, chars).replace(/[\ud800-\udbff]$/, '') : text;
