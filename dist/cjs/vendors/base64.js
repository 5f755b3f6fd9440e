"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.fromBase64 = exports.base64Of = void 0;
/** Base64 of a text's UTF-8: `btoa` takes bytes alone, which `unescape` makes of the percent signs, and fast. */
const base64Of = (text) => btoa(unescape(encodeURIComponent(text)));
exports.base64Of = base64Of;
/** The bytes of base64, each as a character; empty where it is none. */
const fromBase64 = (text) => {
    try {
        return atob(text);
    }
    catch {
        // Not of a vendor's making.
        return '';
    }
};
exports.fromBase64 = fromBase64;
