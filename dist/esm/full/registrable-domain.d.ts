/** The domains that a cookie of this host could be for, the widest first. */
export declare const domainsOf: (host: string) => readonly string[];
/**
 * The widest domain that the browser accepts a cookie for: it refuses one on a public suffix (`co.uk`), and it alone
 * knows them all. Nothing where a cookie can be for this host only.
 * @param accepts sets a cookie for a domain, tells whether it is there, and removes it.
 */
export declare const registrableDomain: (host: string, accepts: (domain: string) => boolean) => string | undefined;
