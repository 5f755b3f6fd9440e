import { jsonOf, parsed } from "./core/json.js";
import { placeIn } from "./core/record-key.js";
/** Where localStorage keeps who this visitor is: the anonymous id here, and each account's person under it. */
export const IDENTITY = 'sendoff-identity';
/** No identifier is longer; what is was not written by us. */
const MAX_CHARS = 255;
/** The place of the anonymous id that all accounts share, and of the person that one account has heard of. */
export const sharedPlaceOf = (namespace) => placeIn(IDENTITY, namespace);
export const placeOf = (queue) => `${IDENTITY}/${queue}`;
/** What can be an identity of what somebody has stored: names, and texts of a sensible length; a list has no names. */
export const identityIn = (json) => Object.fromEntries(Object.entries(parsed(json)).filter(([name, value]) => /^\D/.test(name) && typeof value === 'string' && value && value.length <= MAX_CHARS));
/**
 * Who the visitor is to one account: what was said to another is not known here. In localStorage, so that all tabs
 * know the same.
 * @param shared where the anonymous id is that all accounts share.
 */
export const createPerson = (area, place, shared, newId) => {
    const known = identityIn(area.get(shared));
    const own = identityIn(area.get(place));
    // Version 0.1 kept the person where the shared id is now: it is the first account's, and no other's.
    let identity = { anonymousId: newId(), ...(own.anonymousId ? own : known) };
    let json = '';
    const share = (anonymousId) => {
        area.set(shared, jsonOf({ anonymousId }));
    };
    const keep = (next) => {
        if (next.anonymousId !== identity.anonymousId)
            share(next.anonymousId);
        identity = next;
        json = jsonOf(next);
        area.set(place, json);
        // Where there is no room for it, nobody may go on as who was there before.
        if (area.get(place) !== json)
            area.delete(place);
    };
    /** Takes over what other tabs have written. */
    const read = () => {
        const found = identityIn(area.get(place));
        if (found.anonymousId) {
            identity = found;
            json = jsonOf(found);
        }
        return identity;
    };
    // The id that the other accounts share stays, also where this account has one of its own.
    share(known.anonymousId ?? identity.anonymousId);
    keep(identity);
    return {
        place,
        keep,
        read,
        /** The identity as JSON: made once, for all events that follow. */
        json: () => json,
        /** Forgets an identifier that the account's vendor refuses. */
        forget(identifier, value) {
            const known = read();
            if (known[identifier] === value)
                keep({ ...known, [identifier]: undefined });
        },
    };
};
