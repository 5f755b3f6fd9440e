/** Returns an identity without the ids that vendors themselves have for the person. */
export const withoutTokens = (identity) => Object.fromEntries(Object.entries(identity).filter(([name]) => name[0] !== '_'));
/**
 * Returns who the visitor is after `said`. Another user id is another person, of whom nothing is known and who begins
 * with an anonymous id of their own; otherwise the identifiers in `said` are added to those that are known.
 */
export const identified = (known, said, newId) => {
    if (known.userId && said.userId && known.userId !== said.userId)
        return { anonymousId: newId(), ...said };
    // The reader of a vendor's e-mail may be somebody other than the person that the site knows; the site's person
    // counts.
    return { ...(said.userId || said.email || said.phone ? withoutTokens(known) : known), ...said };
};
