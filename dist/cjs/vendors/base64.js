"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.fromBase64 = exports.base64Of = void 0;
/**
 * Returns the base64 of a text's UTF-8. `btoa` takes bytes alone; `unescape` makes them of the percent signs, and is
 * fast.
 */
const base64Of = (text) => btoa(unescape(encodeURIComponent(text)));
exports.base64Of = base64Of;
/** Returns the bytes of base64, each as a character; '' where the text is not base64. */
const fromBase64 = (text) => {
    try {
        return atob(text);
    }
    catch {
        // No vendor has written this.
        return '';
    }
};
exports.fromBase64 = fromBase64;
