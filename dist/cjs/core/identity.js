"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.identified = exports.withoutTokens = void 0;
/** Returns an identity without the ids that vendors themselves have for the person. */
const withoutTokens = (identity) => Object.fromEntries(Object.entries(identity).filter(([name]) => name[0] !== '_'));
exports.withoutTokens = withoutTokens;
/**
 * Returns who the visitor is after `said`. Another user id is another person, of whom nothing is known and who begins
 * with an anonymous id of their own; otherwise the identifiers in `said` are added to those that are known.
 */
const identified = (known, said, newId) => {
    if (known.userId && said.userId && known.userId !== said.userId)
        return { anonymousId: newId(), ...said };
    // The reader of a vendor's e-mail may be somebody other than the person that the site knows; the site's person
    // counts.
    return { ...(said.userId || said.email || said.phone ? (0, exports.withoutTokens)(known) : known), ...said };
};
exports.identified = identified;
