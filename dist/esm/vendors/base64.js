/** Base64 of a text's UTF-8: `btoa` takes bytes alone, which `unescape` makes of the percent signs, and fast. */
export const base64Of = (text) => btoa(unescape(encodeURIComponent(text)));
/** The bytes of base64, each as a character; empty where it is none. */
export const fromBase64 = (text) => {
    try {
        return atob(text);
    }
    catch {
        // Not of a vendor's making.
        return '';
    }
};
