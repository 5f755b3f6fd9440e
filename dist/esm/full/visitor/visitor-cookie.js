import { domainsOf, registrableDomain } from "./registrable-domain.js";
const NAME = 'sendoff_id';
const PROBE = 'sendoff_probe';
/** The longest life that browsers allow (RFC 6265bis, section 5.5). */
const MAX_AGE_SECONDS = 400 * 86_400;
/** What is neither a separator nor in need of an escape; and when it was written, in seconds since 1970, to the base 36. */
const VALUE = /^([\w\-=+/.]{1,200}?)(?:\.t([\da-z]{1,8}))?$/;
/** A time that lies further ahead is nobody's clock, and holds against nothing. */
const DAY_SECONDS = 86_400;
/** The values of all cookies of this name: one may be for this host, another for the domain above it. */
const cookiesIn = (text, name) => text
    .split('; ')
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
/**
 * The first-party cookie that carries the anonymous id over a site's subdomains. Where there is more than one, as another
 * configuration has put one elsewhere, the newest word holds, and the others are removed as far as this host may.
 * @param domain its domain, or `auto`: the widest that is possible, found when it is written first.
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
    /** Asked only when there is something to write: to find out, a cookie is set. */
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
        /** Also renews it, for 400 days. */
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
                // Wherever an earlier configuration has put it. No probing: from here on nothing is set any more.
                if (cookiesIn(jar.cookie, NAME)[0] !== undefined)
                    removeBut([]);
            });
        },
    };
};
