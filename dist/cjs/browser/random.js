"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.randomHex = void 0;
/**
 * Returns sixteen random hexadecimal digits. `crypto.randomUUID` is missing in insecure contexts; `getRandomValues` is
 * not, but its replacements in old libraries fill bytes only.
 */
const randomHex = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
exports.randomHex = randomHex;
