"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.identified = void 0;
/**
 * Who the visitor is after this was said of them. Another user id is another person, of whom nothing is known and who
 * begins with an anonymous id of their own; otherwise what was known stays, and what is said is added.
 */
const identified = (known, said, newId) => {
    if (known.userId && said.userId && known.userId !== said.userId)
        return { anonymousId: newId(), ...said };
    const { _kx, ...others } = known;
    // Whoever reads an e-mail need not be the person that the site knows; that person holds.
    return { ...(said.userId || said.email || said.phone ? others : known), ...said };
};
exports.identified = identified;
