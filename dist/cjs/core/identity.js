"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.identified = exports.withoutTokens = void 0;
/** Without what vendors themselves have called this person. */
const withoutTokens = (identity) => Object.fromEntries(Object.entries(identity).filter(([name]) => name[0] !== '_'));
exports.withoutTokens = withoutTokens;
/**
 * Who the visitor is after this was said of them. Another user id is another person, of whom nothing is known and who
 * begins with an anonymous id of their own; otherwise what was known stays, and what is said is added.
 */
const identified = (known, said, newId) => {
    if (known.userId && said.userId && known.userId !== said.userId)
        return { anonymousId: newId(), ...said };
    // The reader of a vendor's e-mail need not be the person that the site knows; the site's person holds.
    return { ...(said.userId || said.email || said.phone ? (0, exports.withoutTokens)(known) : known), ...said };
};
exports.identified = identified;
