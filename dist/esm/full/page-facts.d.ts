/** What a page says about itself. */
export interface PageFacts {
    readonly url: string;
    readonly title: string;
    /** Where the visitor came from; '' when nobody knows. */
    readonly referrer: string;
    /** A language tag, such as `de-CH`. */
    readonly locale: string;
    /** In CSS pixels. */
    readonly viewportWidth: number;
    readonly viewportHeight: number;
}
/** Of the prototype: `document.title` is an element where a page has `<img name="title">`. */
export declare const said: (name: "title" | "referrer", document: unknown) => string;
/**
 * Reads the facts of the moment. The viewport is measured again only after it has changed, as measuring may make the
 * browser lay out the page: in a loop of events among changes to the page that would be slow. `signal` ends the watching.
 */
export declare const createPageFacts: (page?: Window, signal?: AbortSignal) => (() => PageFacts);
/** The address that this document was loaded from; a router may have cleaned it since. */
export declare const loadedUrl: () => string;
