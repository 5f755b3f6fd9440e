/** Base64 of a text's UTF-8: `btoa` takes bytes alone, which `unescape` makes of the percent signs, and fast. */
export const base64Of = (text) => btoa(unescape(encodeURIComponent(text)));
