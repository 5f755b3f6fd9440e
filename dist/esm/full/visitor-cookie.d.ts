/** `document.cookie` and where it is: a parameter, so that a browser with other public suffixes can be tried. */
export interface CookieJar {
    cookie: string;
    readonly location: {
        readonly hostname: string;
        readonly protocol: string;
    };
}
/**
 * The first-party cookie that carries the anonymous id over a site's subdomains.
 * @param domain its domain, or `auto`: the widest that is possible, found when it is written first.
 */
export declare const createVisitorCookie: (domain: string | undefined, jar: CookieJar) => {
    get: () => string | undefined;
    /** Also renews it, for 400 days. */
    set: (id: string) => void;
    remove: () => void;
};
export type VisitorCookie = ReturnType<typeof createVisitorCookie>;
