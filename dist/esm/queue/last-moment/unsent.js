import { isTooLarge } from "../chunk.js";
import { isOfOtherDays } from "./watermark.js";
/** Chunks that are kept in memory for a hand-off: more than fit into one. */
const MAX_KEPT = 50;
/**
 * Leaves to the database what no hand-off of so many bytes has room for; and what was tracked on other days, by a clock that was
 * corrected since: others may send it meanwhile, and the clock may be wrong again.
 */
export const forgetStored = (unsent, maxBytes, time) => {
    for (const chunk of unsent) {
        const isOfNoUse = unsent.size > MAX_KEPT || isTooLarge(chunk, maxBytes) || isOfOtherDays(chunk.key, time);
        if (chunk.durable && isOfNoUse)
            unsent.delete(chunk);
    }
};
