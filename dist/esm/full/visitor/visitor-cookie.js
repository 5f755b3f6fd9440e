import { domainsOf, registrableDomain } from "./registrable-domain.js";
const NAME = 'sendoff_id';
const PROBE = 'sendoff_probe';
/** The longest life that browsers allow (RFC 6265bis, section 5.5). */
const MAX_AGE_SECONDS = 400 * 86_400;
/**
 * The form of the cookie's value: an id without separators or characters that need an escape, and the time of writing,
 * in seconds since 1970, to the base 36.
 */
const VALUE = /^([\w\-=+/.]{1,200}?)(?:\.t([\da-z]{1,8}))?$/;
/** The largest believable lead of a clock: a value from further in the future counts as having no time. */
const DAY_SECONDS = 86_400;
/** Returns the values of all cookies of this name: one may be for this host, another for the domain above it. */
const cookiesIn = (text, name) => text
    .split('; ')
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
/**
 * Keeps the anonymous id in a first-party cookie, which a site's subdomains share. Where another configuration has left
 * a second cookie, the newest value counts, and the others are removed as far as this host may.
 * @param domain the cookie's domain, or `auto`: the widest possible one, which is found when the cookie is first
 * written.
 */
export const createVisitorCookie = (domain, jar, nowSeconds = () => Math.floor(Date.now() / 1_000)) => {
    const write = (name, value, at, maxAge) => {
        const { protocol } = jar.location;
        const where = at ? `; Domain=${at}` : '';
        const secure = protocol === 'https:' ? '; Secure' : '';
        jar.cookie = `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${where}${secure}`;
    };
    let found;
    const accepts = (at) => {
        write(PROBE, '1', at, 60);
        const isThere = cookiesIn(jar.cookie, PROBE)[0] === '1';
        write(PROBE, '', at, 0);
        return isThere;
    };
    /** Finds the domain only when there is something to write, because finding it sets a cookie. */
    const place = () => {
        found ??= { at: domain === 'auto' ? registrableDomain(jar.location.hostname, accepts) : domain };
        return found.at;
    };
    const removeBut = (kept) => {
        for (const at of [undefined, ...domainsOf(jar.location.hostname)])
            if (!kept.includes(at))
                write(NAME, '', at, 0);
    };
    const quietly = (work) => {
        try {
            return work();
        }
        catch {
            // A sandboxed frame has no cookies; the id lives in the other places.
            return;
        }
    };
    return {
        get: () => quietly(() => {
            if (!domain)
                return;
            let newest;
            let newestSeconds = -1;
            for (const value of cookiesIn(jar.cookie, NAME)) {
                const [, id, time = ''] = VALUE.exec(value) ?? [];
                const seconds = Number.parseInt(time, 36) || 0;
                const believed = seconds > nowSeconds() + DAY_SECONDS ? 0 : seconds;
                if (id && believed > newestSeconds)
                    [newest, newestSeconds] = [id, believed];
            }
            return newest;
        }),
        /** Writes the id, and renews the cookie for 400 days. */
        set: (id) => {
            if (domain && VALUE.exec(id)?.[1] === id)
                quietly(() => {
                    write(NAME, `${id}.t${nowSeconds().toString(36)}`, place(), MAX_AGE_SECONDS);
                    if (cookiesIn(jar.cookie, NAME)[1] !== undefined)
                        removeBut([place()]);
                });
        },
        remove: () => {
            quietly(() => {
                // The cookie is removed wherever an earlier configuration has put it. The widest domain is not looked for,
                // because from now on no cookie may be set.
                if (cookiesIn(jar.cookie, NAME)[0] !== undefined)
                    removeBut([]);
            });
        },
    };
};
