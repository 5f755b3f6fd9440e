import { jsonOf, parsed } from "./core/json.js";
/** Where localStorage keeps who this visitor is: the anonymous id here, and each account's person under it. */
export const IDENTITY = 'sendoff-identity';
/** No identifier is longer; what is was not written by us. */
const MAX_CHARS = 255;
/** The place of the anonymous id that all accounts share, and of the person that one account has heard of. */
export const sharedPlaceOf = (namespace) => IDENTITY + (namespace && `@${namespace}`);
export const placeOf = (queue) => `${IDENTITY}/${queue}`;
/** What can be an identity of what somebody has stored: texts of a sensible length. */
export const identityIn = (json) => Object.fromEntries(Object.entries(parsed(json)).filter(([, value]) => typeof value === 'string' && value && value.length <= MAX_CHARS));
/**
 * Who the visitor is to one account: what was said to another is not known here. In localStorage, so that all tabs
 * know the same.
 * @param shared where the anonymous id is that all accounts share.
 */
export const createPerson = (area, place, shared, newId) => {
    let identity;
    let json = '';
    const keep = (next) => {
        identity = next;
        json = jsonOf(next);
        area.set(place, json);
        area.set(shared, jsonOf({ anonymousId: next.anonymousId }));
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
    // Version 0.1 kept the person where the anonymous id is now: it is the first account's.
    keep({ anonymousId: newId(), ...identityIn(area.get(shared)), ...identityIn(area.get(place)) });
    return {
        place,
        keep,
        read,
        identity: () => identity,
        /** The identity as JSON: made once, for all events that follow. */
        json: () => json,
        /** What the account's vendor refuses is not said any more. */
        forget(identifier, value) {
            const known = read();
            if (known[identifier] === value)
                keep({ ...known, [identifier]: undefined });
        },
    };
};
