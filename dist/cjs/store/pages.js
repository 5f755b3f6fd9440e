"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.PAGE = void 0;
exports.pagesOf = pagesOf;
/** The number of keys in a page: they are read in a few milliseconds. */
exports.PAGE = 1_000;
/**
 * Returns the keys that begin with `prefix`, ascending, in pages: there may be a million, and no task may take long.
 */
async function* pagesOf(t, prefix) {
    let after;
    do {
        const keys = await t.keys(prefix, exports.PAGE, after);
        yield keys;
        after = keys[exports.PAGE - 1];
        // A key beyond the prefix was written by another program.
    } while (after && after < `${prefix}~`);
}
