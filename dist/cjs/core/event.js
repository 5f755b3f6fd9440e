"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.LAST_DATE = void 0;
/** The range of a `Date` (ECMAScript, section 21.4.1.1), in milliseconds either side of 1970. */
exports.LAST_DATE = 8.64e15;
