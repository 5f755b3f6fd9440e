"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.base64Of = void 0;
/** Base64 of a text's UTF-8: `btoa` takes bytes alone. */
const base64Of = (text) => btoa(encodeURIComponent(text).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
exports.base64Of = base64Of;
