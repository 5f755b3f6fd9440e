import { jsonOf } from "../../core/json.js";
import { identityIn } from "../../person.js";
/** The longest wait for the database's answer to who the visitor is. */
const AGREE_MS = 3_000;
/** The database key of the copy of a localStorage entry. */
const copyOf = (place) => place.replace('sendoff-', '');
const identityOf = (json) => {
    const { anonymousId, ...others } = identityIn(json);
    return anonymousId ? { anonymousId, ...others } : undefined;
};
/**
 * Finds who this browser's visitor is, over all of its tabs: localStorage tells it at once, IndexedDB restores it and
 * decides between tabs that have opened at the same instant, and the cookie, where there is one, tells it for all
 * subdomains.
 */
export const createVisitor = ({ area, store, cookie, shared, people, ...others }) => {
    const { newId, named, setTimer, whenIdle } = others;
    const said = cookie.get();
    const fresh = { anonymousId: said ?? named ?? newId() };
    const places = [shared, ...people];
    /**
     * Ignores an identity when the cookie has another id: another subdomain has begun anew, or was first, and the person
     * who was identified here need not be the same.
     */
    const unlessOther = (own) => own && said && own.anonymousId !== said ? { anonymousId: said } : own;
    const knownFrom = (read) => new Map(places.flatMap((place) => {
        const identity = unlessOther(read(place));
        return identity ? [[place, identity]] : [];
    }));
    /** Returns the identity that can be read without waiting. */
    const known = () => knownFrom((place) => identityOf(area.get(place)));
    /** Agrees with the other tabs: the first tab's identity counts, because reading and writing are one transaction. */
    const agree = () => store(async (t) => {
        const kept = new Map();
        for (const place of places)
            kept.set(place, identityOf(await t.get(copyOf(place))));
        const agreed = new Map([[shared, fresh], ...knownFrom((place) => kept.get(place))]);
        for (const [place, identity] of agreed)
            if (identity !== kept.get(place))
                t.put(copyOf(place), jsonOf(identity));
        return agreed;
    });
    /** Keeps the latest identity in the database, too. */
    const copy = (place, json) => store(async (t) => {
        if ((await t.get(copyOf(place))) !== json)
            t.put(copyOf(place), json);
    });
    /** Returns the storage for a client, which finds the known identity in it even where there is no localStorage. */
    const areaWith = (found) => {
        const latest = new Map();
        const set = (place, json) => {
            latest.set(place, json);
            if (area.get(place) !== json)
                area.set(place, json);
        };
        for (const [place, identity] of found)
            set(place, jsonOf(identity));
        return {
            ...area,
            // The value is undefined where there is no storage, and null where the storage has no entry.
            get: (key) => area.get(key) ?? (area.get(key) === null ? null : latest.get(key)),
            set(key, value) {
                if (!places.includes(key))
                    return area.set(key, value);
                set(key, value);
                if (key === shared)
                    cookie.set(identityOf(value)?.anonymousId ?? '');
                whenIdle(() => {
                    copy(key, latest.get(key)).catch(() => {
                        // The database is missing or full: the identity that it would have copied is still in localStorage.
                    });
                });
            },
        };
    };
    return {
        /**
         * Calls `begin` once, at once if the visitor is known.
         * @returns a function for a page that is being left: it calls `begin` now, with what is known.
         */
        whoIsIt(begin) {
            let isBegun = false;
            const beginWith = (found) => {
                if (isBegun)
                    return;
                isBegun = true;
                begin(areaWith(found));
            };
            const now = () => beginWith(new Map([[shared, fresh], ...known()]));
            if (known().has(shared))
                beginWith(known());
            else {
                // Without a database each tab decides by itself.
                agree().then(beginWith, now);
                setTimer(now, AGREE_MS);
            }
            return now;
        },
    };
};
