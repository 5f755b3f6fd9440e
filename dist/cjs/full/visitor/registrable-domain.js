"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.registrableDomain = exports.domainsOf = void 0;
/** Returns the domains that a cookie of this host could be for, the widest first. */
const domainsOf = (host) => {
    // An IP address has no domain above it, and neither has a name without a dot.
    if (/^[\d.]+$|:/.test(host))
        return [];
    const labels = host.split('.').filter(Boolean);
    return labels.slice(1).map((_, index) => labels.slice(-(index + 2)).join('.'));
};
exports.domainsOf = domainsOf;
/**
 * Returns the widest domain that the browser accepts a cookie for: it refuses one on a public suffix (`co.uk`), and
 * only the browser knows all suffixes. Returns nothing where a cookie can be for this host only.
 * @param accepts sets a cookie for a domain, tells whether it is there, and removes it.
 */
const registrableDomain = (host, accepts) => (0, exports.domainsOf)(host).find(accepts);
exports.registrableDomain = registrableDomain;
