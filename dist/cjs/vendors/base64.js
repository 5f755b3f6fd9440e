"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.base64Of = void 0;
/** Base64 of a text's UTF-8: `btoa` takes bytes alone, which `unescape` makes of the percent signs, and fast. */
const base64Of = (text) => btoa(unescape(encodeURIComponent(text)));
exports.base64Of = base64Of;
