"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.clipped = void 0;
/** Cuts a text to this number of characters, without cutting an emoji in two. */
const clipped = (text, chars) => text.length > chars ? text.slice(0, chars).replace(/[\ud800-\udbff]$/, '') : text;
exports.clipped = clipped;
