/** A browser keeps no longer one; so what is longer is of nobody's making. */
const MAX_COOKIE_CHARS = 4_096;
/** PostHog's library keeps flags and surveys beside the visitor: some hundred thousand. It is read once a second at most. */
const MAX_STORED_CHARS = 1_000_000;
/** What a visitor's cookie of ours may have: no separator, nothing in need of an escape, and no e-mail address. */
const ID = /^[\w\-=+/.]{1,200}$/;
/** A text of a cookie or an address; empty where it cannot be read. */
export const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // Cut in the middle of an escape, or never encoded: then nobody is named.
        return '';
    }
};
/** The value of the first cookie of this name, decoded; empty where there is none. */
export const cookieNamed = (cookie, name) => {
    const [pair = ''] = cookie.split(/; */).filter((each) => each.startsWith(`${name}=`));
    return pair.length > MAX_COOKIE_CHARS ? '' : decoded(pair.slice(name.length + 1));
};
/** A text of localStorage, unless it is longer than any vendor writes. */
export const bounded = (stored) => (stored.length > MAX_STORED_CHARS ? '' : stored);
/** An id by which a vendor's own script calls a visitor, if it is one that may be adopted. */
export const idIn = (given) => typeof given === 'string' && ID.test(given) ? given : undefined;
/** The values that some libraries write down for an opt-out: `0`, or the like. */
export const isNo = (stored) => /^"?(0|false|no)"?$/.test(stored);
