/** At most so many characters of a text; an emoji is not cut in two. */
export const clipped = (text, chars) => text.length > chars ? text.slice(0, chars).replace(/[\ud800-\udbff]$/, '') : text;
