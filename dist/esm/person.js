import { jsonOf, parsed } from "./core/json.js";
import { placeIn } from "./core/record-key.js";
/**
 * The localStorage key that begins all keys of the visitor's identity: the anonymous id lies here, each account's
 * person below it.
 */
export const IDENTITY = 'sendoff-identity';
/** The longest identifier that this project writes; a longer one was written by something else and is not believed. */
const MAX_CHARS = 255;
/** Returns the localStorage key of the anonymous id that all accounts share. */
export const sharedPlaceOf = (namespace) => placeIn(IDENTITY, namespace);
export const placeOf = (queue) => `${IDENTITY}/${queue}`;
/**
 * Reads an identity from a stored text, which any script may have written: only names with texts of a sensible length
 * count, and a list counts for nothing.
 */
export const identityIn = (json) => Object.fromEntries(Object.entries(parsed(json)).filter(([name, value]) => /^\D/.test(name) && typeof value === 'string' && value && value.length <= MAX_CHARS));
/**
 * Keeps who the visitor is for one account; what was said to another account is not known here. It lies in
 * localStorage, so that all tabs know the same.
 * @param shared is the localStorage key of the anonymous id that all accounts share.
 */
export const createPerson = (area, place, shared, newId) => {
    const known = identityIn(area.get(shared));
    const own = identityIn(area.get(place));
    // Version 0.1 kept the person under the key that now holds the shared id: that person belongs to the first account
    // alone.
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
        // When storage has no room for the new person, the old entry is removed, so that nobody continues as the previous
        // person.
        if (area.get(place) !== json)
            area.delete(place);
    };
    /** Reads what other tabs have written, and returns the identity. */
    const read = () => {
        const found = identityIn(area.get(place));
        if (found.anonymousId) {
            identity = found;
            json = jsonOf(found);
        }
        return identity;
    };
    // The id that the other accounts share stays, even where this account has an id of its own.
    share(known.anonymousId ?? identity.anonymousId);
    keep(identity);
    return {
        place,
        keep,
        read,
        /** Returns the identity as JSON, which is made once for all events that follow. */
        json: () => json,
        /** Removes an identifier that the account's vendor refuses. */
        forget(identifier, value) {
            const known = read();
            if (known[identifier] === value)
                keep({ ...known, [identifier]: undefined });
        },
    };
};
