"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTitleWatch = void 0;
const page_facts_ts_1 = require("../context/page-facts.js");
/** How often a title is looked for, and how many times: two seconds, longer than a router takes for a page. */
const LOOK_MS = 50;
const LOOKS = 40;
/**
 * Knows when the document's title is that of the page before: routers (Next.js, SvelteKit, Vue Router, React Router, Turbo)
 * change the address first, and the title when they have rendered. A title that stays the same for two seconds is the new
 * page's, too.
 */
const createTitleWatch = (page = window) => {
    const { document } = page;
    /** An element, where a page has `<img name="title">`. */
    const titleNow = () => (typeof document.title === 'string' ? document.title : (0, page_facts_ts_1.said)('title', document));
    /** The title that was there before the page; undefined once there is none of an earlier page. */
    let stale;
    let looksLeft = 0;
    let isLooking = false;
    let due;
    const known = () => {
        const title = titleNow();
        // An empty one: between two.
        if (title && title !== stale)
            stale = undefined;
        return stale === undefined ? title : '';
    };
    const settle = () => {
        const run = due;
        due = undefined;
        run?.();
    };
    const look = () => {
        known();
        if (!looksLeft--)
            stale = undefined;
        isLooking = stale !== undefined;
        if (isLooking)
            page.setTimeout(look, LOOK_MS);
        else
            settle();
    };
    return {
        /** The title of the page at this address; '' while nobody knows it. */
        known,
        /** Calls at once what still waits: the page is being left. */
        settle,
        /**
         * The address has just become another page's: calls `titled` when the title is that page's, too. `before` is that of the
         * page before, where the new one may have been named already.
         */
        whenKnown(titled, before = titleNow()) {
            settle();
            stale = before;
            due = titled;
            looksLeft = LOOKS;
            if (known())
                settle();
            else if (!isLooking)
                page.setTimeout(look, LOOK_MS);
            isLooking ||= stale !== undefined;
        },
    };
};
exports.createTitleWatch = createTitleWatch;
