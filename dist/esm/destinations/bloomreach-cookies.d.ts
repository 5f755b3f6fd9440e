/** What Bloomreach's own script has left in a page's cookies. */
export interface BloomreachVisitor {
    /** The visitor's soft id, to be adopted as `anonymousId`, so that both scripts speak of the same customer. */
    readonly anonymousId?: string;
    /** To be added to the time of an event when it is tracked: how far the vendor's clock is ahead of this one. */
    readonly offsetMs: number;
}
/**
 * Reads `__exponea_etc__` (the visitor, a UUID) and `__exponea_time2__` (server clock minus browser clock, in seconds,
 * kept for an hour). Source: documentation.bloomreach.com, engagement/docs, "Cookies and storage".
 * @example
 * bloomreachVisitor(document.cookie).anonymousId
 */
export declare const bloomreachVisitor: (cookie: string) => BloomreachVisitor;
