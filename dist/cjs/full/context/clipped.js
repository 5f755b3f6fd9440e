"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.clipped = void 0;
/** At most so many characters of a text; an emoji is not cut in two. */
const clipped = (text, chars) => text.length > chars ? text.slice(0, chars).replace(/[\ud800-\udbff]$/, '') : text;
exports.clipped = clipped;
