"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onOutboundLinks = exports.MAX_HREF_CHARS = void 0;
const clipped_ts_1 = require("../context/clipped.js");
/** The longest address of a link that is tracked; a longer one is cut. */
exports.MAX_HREF_CHARS = 2_048;
const MIDDLE = 1;
/**
 * Finds the link of a click. An SVG link keeps its address as it was written; an HTML link with the same text resolves
 * it.
 */
const linkAt = (target) => {
    if (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)
        return target;
    if (!(target instanceof SVGAElement))
        return;
    return Object.assign(target.ownerDocument.createElement('a'), { href: target.href.baseVal });
};
const isWeb = (link) => /^https?:$/.test(link?.protocol ?? '');
/**
 * Tracks `Clicked Link` with `href` for each click on a link to another host, in this tab or a new one. It does not
 * touch the navigation: the event's record is written while the page is being left. Returns the function that stops it.
 */
const onOutboundLinks = (track, redact, document = window.document) => {
    const onClick = (event) => {
        if (event.type === 'auxclick' && event.button !== MIDDLE)
            return;
        const link = event.composedPath().map(linkAt).find(isWeb);
        if (!link || link.host === document.location.host)
            return;
        const href = redact(link.href);
        track('Clicked Link', href ? { href: (0, clipped_ts_1.clipped)(href, exports.MAX_HREF_CHARS) } : {});
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('auxclick', onClick, true);
    return () => {
        document.removeEventListener('click', onClick, true);
        document.removeEventListener('auxclick', onClick, true);
    };
};
exports.onOutboundLinks = onOutboundLinks;
