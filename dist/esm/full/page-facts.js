/**
 * Reads the facts of the moment. The viewport is measured again only after it has changed, as measuring may make the
 * browser lay out the page: in a loop of events among changes to the page that would be slow.
 */
export const createPageFacts = (page = window) => {
    let viewport;
    page.addEventListener('resize', () => {
        viewport = undefined;
    });
    return () => {
        viewport ??= { viewportWidth: page.innerWidth, viewportHeight: page.innerHeight };
        const { title, referrer } = page.document;
        return { url: page.location.href, title, referrer, locale: page.navigator.language, ...viewport };
    };
};
