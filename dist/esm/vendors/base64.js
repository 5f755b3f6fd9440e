/**
 * Returns the base64 of a text's UTF-8. `btoa` takes bytes alone; `unescape` makes them of the percent signs, and is
 * fast.
 */
export const base64Of = (text) => btoa(unescape(encodeURIComponent(text)));
/** Returns the bytes of base64, each as a character; '' where the text is not base64. */
export const fromBase64 = (text) => {
    try {
        return atob(text);
    }
    catch {
        // No vendor has written this.
        return '';
    }
};
