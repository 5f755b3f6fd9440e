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
export const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // The text was cut in the middle of an escape, or never encoded: it names no visitor.
        return '';
    }
};
/** Returns the value of the first cookie of this name, decoded; '' where there is none. */
export const cookieNamed = (cookie, name) => {
    const [pair = ''] = cookie.split(/; */).filter((each) => each.startsWith(`${name}=`));
    return pair.length > MAX_COOKIE_CHARS ? '' : decoded(pair.slice(name.length + 1));
};
/** Returns a text of localStorage, unless it is longer than any vendor writes. */
export const bounded = (stored) => (stored.length > MAX_STORED_CHARS ? '' : stored);
/** Returns the id that a vendor's own script has for a visitor, if the id may be adopted. */
export const idIn = (given) => typeof given === 'string' && ID.test(given) ? given : undefined;
/** Tells whether a stored text is one that some libraries write for an opt-out: `0`, or the like. */
export const isNo = (stored) => /^"?(0|false|no)"?$/.test(stored);
