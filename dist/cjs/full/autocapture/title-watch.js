"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTitleWatch = void 0;
const page_facts_ts_1 = require("../context/page-facts.js");
/** The time between two looks at the title, and their number: two seconds, longer than a router takes for a page. */
const LOOK_MS = 50;
const LOOKS = 40;
/**
 * Knows when the document's title is still that of the page before: routers (Next.js, SvelteKit, Vue Router, React
 * Router, Turbo) change the address first, and the title when they have rendered. A title that stays the same for two
 * seconds belongs to the new page, too.
 */
const createTitleWatch = (page = window) => {
    const { document } = page;
    /** `document.title` is an element where a page has `<img name="title">`. */
    const titleNow = () => (typeof document.title === 'string' ? document.title : (0, page_facts_ts_1.said)('title', document));
    /** The title of the page before; undefined when the document's title is no longer that one. */
    let stale;
    let looksLeft = 0;
    let isLooking = false;
    let due;
    const known = () => {
        const title = titleNow();
        // Some routers empty the title between two pages.
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
        /** Returns the title of the page at this address; '' while it is not known. */
        known,
        /** Calls everything that still waits, because the page is being left. */
        settle,
        /**
         * Calls `titled` when the title belongs to the page whose address has just come. `before` is the title of the page
         * before; it is given where the new page may have set its title already.
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
