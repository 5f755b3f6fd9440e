import { countAll } from "../core/record-key.js";
import { pagesOf } from "../store/pages.js";
/** How many events these records hold, and the key of the oldest one. */
export const tally = async (t, prefix) => {
    let events = 0;
    let oldest = '';
    for await (const keys of pagesOf(t, prefix)) {
        events += countAll(keys);
        oldest ||= keys[0] ?? '';
    }
    return { events, oldest };
};
