const PLACE = 'sendoff-identity';
/** The stored identity, or a new anonymous one. */
export const loadIdentity = (area, newAnonymousId) => {
    try {
        const identity = JSON.parse(area.get(PLACE) ?? '');
        if (typeof identity.anonymousId === 'string')
            return identity;
    }
    catch {
        // None yet, or not ours.
    }
    return saveIdentity(area, { anonymousId: newAnonymousId() });
};
export const saveIdentity = (area, identity) => {
    area.set(PLACE, JSON.stringify(identity));
    return identity;
};
