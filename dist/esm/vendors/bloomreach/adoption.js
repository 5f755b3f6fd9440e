/**
 * Reads `__exponea_etc__` (the visitor, a UUID) and `__exponea_time2__` (server clock minus browser clock, in seconds,
 * kept for an hour). Source: documentation.bloomreach.com, engagement/docs, "Cookies and storage".
 * @example
 * bloomreachVisitor(document.cookie).anonymousId
 */
export const bloomreachVisitor = (cookie) => {
    const cookieOf = (name, form) => new RegExp(`(?:^|; *)__exponea_${name}__=(${form})(?:;|$)`, 'i').exec(cookie)?.[1];
    const anonymousId = cookieOf('etc', '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}');
    const offsetMs = Math.round(Number(cookieOf('time2', '-?[\\d.]+(?:e[-+]?\\d{1,2})?') ?? 0) * 1_000);
    // An offset of more than a century is no clock's error, and would lead beyond the range of a `Date`.
    return { ...(anonymousId && { anonymousId }), offsetMs: Math.abs(offsetMs) < 3.2e12 ? offsetMs : 0 };
};
export const adoption = {
    visitor(_, { cookie }) {
        const { anonymousId } = bloomreachVisitor(cookie);
        return anonymousId ? { anonymousId } : {};
    },
};
