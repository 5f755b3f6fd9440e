/** `document.cookie` and where it is: a parameter, so that a browser with other public suffixes can be tried. */
export interface CookieJar {
    cookie: string;
    readonly location: {
        readonly hostname: string;
        readonly protocol: string;
    };
}
/**
 * The first-party cookie that carries the anonymous id over a site's subdomains. Where there is more than one, as another
 * configuration has put one elsewhere, the newest word holds, and the others are removed as far as this host may.
 * @param domain its domain, or `auto`: the widest that is possible, found when it is written first.
 */
export declare const createVisitorCookie: (domain: string | undefined, jar: CookieJar, nowSeconds?: () => number) => {
    get: () => string | undefined;
    /** Also renews it, for 400 days. */
    set: (id: string) => void;
    remove: () => void;
};
export type VisitorCookie = ReturnType<typeof createVisitorCookie>;
