"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isNo = exports.idIn = exports.bounded = exports.cookieNamed = exports.decoded = void 0;
/** The longest cookie that a browser keeps; a longer text is not a cookie. */
const MAX_COOKIE_CHARS = 4_096;
/**
 * The longest entry of a vendor that is read. PostHog's library keeps flags and surveys beside the visitor: some
 * hundred thousand characters. The entry is read once a second at most.
 */
const MAX_STORED_CHARS = 1_000_000;
/**
 * The form of an id that our own visitor's cookie may contain: no separator, no character that needs an escape, no
 * e-mail address.
 */
const ID = /^[\w\-=+/.]{1,200}$/;
/** Decodes a text of a cookie or an address; '' where it cannot be read. */
const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // The text was cut in the middle of an escape, or never encoded: it names no visitor.
        return '';
    }
};
exports.decoded = decoded;
/** Returns the value of the first cookie of this name, decoded; '' where there is none. */
const cookieNamed = (cookie, name) => {
    const [pair = ''] = cookie.split(/; */).filter((each) => each.startsWith(`${name}=`));
    return pair.length > MAX_COOKIE_CHARS ? '' : (0, exports.decoded)(pair.slice(name.length + 1));
};
exports.cookieNamed = cookieNamed;
/** Returns a text of localStorage, unless it is longer than any vendor writes. */
const bounded = (stored) => (stored.length > MAX_STORED_CHARS ? '' : stored);
exports.bounded = bounded;
/** Returns the id that a vendor's own script has for a visitor, if the id may be adopted. */
const idIn = (given) => typeof given === 'string' && ID.test(given) ? given : undefined;
exports.idIn = idIn;
/** Tells whether a stored text is one that some libraries write for an opt-out: `0`, or the like. */
const isNo = (stored) => /^"?(0|false|no)"?$/.test(stored);
exports.isNo = isNo;
