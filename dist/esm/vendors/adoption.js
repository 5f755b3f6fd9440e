/** What the vendors' own scripts say of the visitor. The first destination whose vendor knows the visitor names them. */
export const vendorVisitor = (adoptions, destinations, traces) => {
    const found = destinations.map(({ name, account }) => {
        const { tokenName, visitor } = adoptions[name] ?? {};
        const said = visitor?.(account, traces) ?? {};
        return { ...said, ...(tokenName && (said.followed || said.remembered) && { tokenName }) };
    });
    return Object.assign({}, ...found.reverse());
};
