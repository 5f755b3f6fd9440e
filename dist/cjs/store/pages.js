"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.PAGE = void 0;
exports.pagesOf = pagesOf;
/** So many keys are read in a few milliseconds. */
exports.PAGE = 1_000;
/** The keys that begin with `prefix`, ascending, some at a time: a million may be there, and no task may take long. */
async function* pagesOf(t, prefix) {
    let after;
    do {
        const keys = await t.keys(prefix, exports.PAGE, after);
        yield keys;
        after = keys[exports.PAGE - 1];
        // What lies there, a foreigner has written.
    } while (after && after < `${prefix}~`);
}
