import { domainsOf, registrableDomain } from "./registrable-domain.js";
const NAME = 'sendoff_id';
const PROBE = 'sendoff_probe';
/** What browsers allow at most (RFC 6265bis, section 5.5). */
const MAX_AGE_SECONDS = 400 * 86_400;
/** What is neither a separator nor in need of an escape. */
const VALUE = /^[\w\-=+/.]{1,200}$/;
const cookieIn = (text, name) => text
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
/**
 * The first-party cookie that carries the anonymous id over a site's subdomains.
 * @param domain its domain, or `auto`: the widest that is possible, found when it is written first.
 */
export const createVisitorCookie = (domain, jar) => {
    const write = (name, value, at, maxAge) => {
        const { protocol } = jar.location;
        const where = at ? `; Domain=${at}` : '';
        const secure = protocol === 'https:' ? '; Secure' : '';
        jar.cookie = `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${where}${secure}`;
    };
    let found;
    const accepts = (at) => {
        write(PROBE, '1', at, 60);
        const isThere = cookieIn(jar.cookie, PROBE) === '1';
        write(PROBE, '', at, 0);
        return isThere;
    };
    /** Asked only when there is something to write: to find out, a cookie is set. */
    const place = () => {
        found ??= { at: domain === 'auto' ? registrableDomain(jar.location.hostname, accepts) : domain };
        return found.at;
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
            const value = domain && cookieIn(jar.cookie, NAME);
            return value && VALUE.test(value) ? value : undefined;
        }),
        /** Also renews it, for 400 days. */
        set: (id) => {
            if (domain && VALUE.test(id))
                quietly(() => write(NAME, id, place(), MAX_AGE_SECONDS));
        },
        remove: () => {
            quietly(() => {
                if (cookieIn(jar.cookie, NAME) === undefined)
                    return;
                // Wherever an earlier configuration has put it. No probing: from here on nothing is set any more.
                for (const at of [undefined, ...domainsOf(jar.location.hostname)])
                    write(NAME, '', at, 0);
            });
        },
    };
};
