/** The domains that a cookie of this host could be for, the widest first. */
export const domainsOf = (host) => {
    // An address has no domain above it, and a name without a dot is all there is.
    if (/^[\d.]+$|:/.test(host))
        return [];
    const labels = host.split('.').filter(Boolean);
    return labels.slice(1).map((_, index) => labels.slice(-(index + 2)).join('.'));
};
/**
 * The widest domain that the browser accepts a cookie for: it refuses one on a public suffix (`co.uk`), and it alone
 * knows them all. Nothing where a cookie can be for this host only.
 * @param accepts sets a cookie for a domain, tells whether it is there, and removes it.
 */
export const registrableDomain = (host, accepts) => domainsOf(host).find(accepts);
