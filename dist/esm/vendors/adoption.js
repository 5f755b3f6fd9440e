/**
 * Returns the visitor as the vendors' own scripts name them. The first destination whose vendor knows the visitor
 * counts.
 */
export const vendorVisitor = (adoptions, destinations, traces) => {
    const found = destinations.map(({ name, account }) => {
        const { tokenName, visitor } = adoptions[name] ?? {};
        const said = visitor?.(account, traces) ?? {};
        return { ...said, ...(tokenName && (said.followed || said.remembered) && { tokenName }) };
    });
    return Object.assign({}, ...found.reverse());
};
