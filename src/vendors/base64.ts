/** Every browser, worker and Node has it; the language does not. */
declare const btoa: (bytes: string) => string

/** Base64 of a text's UTF-8: `btoa` takes bytes alone, which `unescape` makes of the percent signs, and fast. */
export const base64Of = (text: string): string => btoa(unescape(encodeURIComponent(text)))
