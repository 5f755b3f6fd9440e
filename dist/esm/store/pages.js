/** The number of keys in a page: they are read in a few milliseconds. */
export const PAGE = 1_000;
/**
 * Returns the keys that begin with `prefix`, ascending, in pages: there may be a million, and no task may take long.
 */
export async function* pagesOf(t, prefix) {
    let after;
    do {
        const keys = await t.keys(prefix, PAGE, after);
        yield keys;
        after = keys[PAGE - 1];
        // A key beyond the prefix was written by another program.
    } while (after && after < `${prefix}~`);
}
