/** What Klaviyo's own script, or a link in one of its e-mails, says of the visitor. */
export interface KlaviyoVisitor {
    /** To be adopted as `anonymousId`, so that both scripts speak of the same profile. */
    readonly anonymousId?: string;
    /** From a link that the visitor has just followed: it says who reads the e-mail, now. */
    readonly followed?: string;
    /** From an earlier visit. */
    readonly remembered?: string;
}
/** What a page offers. */
export interface KlaviyoTraces {
    readonly cookie: string;
    /** `location.search` */
    readonly search: string;
    /** `sessionStorage._kx` */
    readonly session: string;
}
/**
 * Reads the cookie `__kla_id` (base64 of JSON: `cid`, base64 of a UUID; `$exchange_id`), the parameter `_kx` and its
 * copy in sessionStorage. What is another site's is left alone.
 */
export declare const klaviyoVisitor: (siteId: string, { cookie, search, session }: KlaviyoTraces) => KlaviyoVisitor;
/** The visitor has told Klaviyo to stop. */
export declare const hasOptedOut: (cookie: string) => boolean;
