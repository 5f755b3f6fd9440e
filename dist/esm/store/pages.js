/** So many keys are read in a few milliseconds. */
export const PAGE = 1_000;
/** The keys that begin with `prefix`, ascending, some at a time: a million may be there, and no task may take long. */
export async function* pagesOf(t, prefix) {
    let after;
    do {
        const keys = await t.keys(prefix, PAGE, after);
        yield keys;
        after = keys[PAGE - 1];
        // What lies there, a foreigner has written.
    } while (after && after < `${prefix}~`);
}
