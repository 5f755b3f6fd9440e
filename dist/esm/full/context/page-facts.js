/** Reads the text by the prototype: `document.title` is an element where a page has `<img name="title">`. */
export const said = (name, document) => Reflect.get(Document.prototype, name, document);
/**
 * Reads the present facts. The viewport is measured again only after it has changed, because measuring may make the
 * browser lay out the page: that would be slow in a loop of events among changes to the page. `signal` ends the
 * watching.
 */
export const createPageFacts = (page = window, signal) => {
    let viewport;
    const forget = () => {
        viewport = undefined;
    };
    page.addEventListener('resize', forget, { signal });
    return () => {
        viewport ??= { viewportWidth: page.innerWidth, viewportHeight: page.innerHeight };
        return {
            url: page.location.href,
            title: said('title', page.document),
            referrer: said('referrer', page.document),
            locale: page.navigator.language,
            ...viewport,
        };
    };
};
/** Returns the address that this document was loaded from; a router may have cleaned the present one. */
export const loadedUrl = () => performance.getEntriesByType?.('navigation')[0]?.name ?? '';
