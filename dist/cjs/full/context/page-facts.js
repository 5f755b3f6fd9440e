"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.loadedUrl = exports.createPageFacts = exports.said = void 0;
/** Reads the text by the prototype: `document.title` is an element where a page has `<img name="title">`. */
const said = (name, document) => Reflect.get(Document.prototype, name, document);
exports.said = said;
/**
 * Reads the present facts. The viewport is measured again only after it has changed, because measuring may make the
 * browser lay out the page: that would be slow in a loop of events among changes to the page. `signal` ends the
 * watching.
 */
const createPageFacts = (page = window, signal) => {
    let viewport;
    const forget = () => {
        viewport = undefined;
    };
    page.addEventListener('resize', forget, { signal });
    return () => {
        viewport ??= { viewportWidth: page.innerWidth, viewportHeight: page.innerHeight };
        return {
            url: page.location.href,
            title: (0, exports.said)('title', page.document),
            referrer: (0, exports.said)('referrer', page.document),
            locale: page.navigator.language,
            ...viewport,
        };
    };
};
exports.createPageFacts = createPageFacts;
/** Returns the address that this document was loaded from; a router may have cleaned the present one. */
const loadedUrl = () => performance.getEntriesByType?.('navigation')[0]?.name ?? '';
exports.loadedUrl = loadedUrl;
