/** Base64 of a text's UTF-8: `btoa` takes bytes alone. */
export const base64Of = (text) => btoa(encodeURIComponent(text).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
