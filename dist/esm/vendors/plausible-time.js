import { timeOfId } from "../core/id.js";
/** The earliest plausible time: Klaviyo takes nothing from before 1990, and no shop was on the web then. */
const FIRST_MS = Date.UTC(1990, 0);
/** "At most a year ahead" (developers.klaviyo.com, "Create Client Event"), less a day for a clock that is fast. */
const AHEAD_MS = 364 * 86_400_000;
/**
 * Tells whether an event can have happened at `time`, seen from `now`. A device whose clock was at 1970, or years
 * ahead, gives its events times that no vendor should be told: without a time, a vendor takes the time of receipt.
 */
export const isPlausible = (time, now) => time > FIRST_MS && time < now + AHEAD_MS;
/** Returns when an event happened, by its own time, otherwise by its id's; nothing where neither is plausible. */
export const believedTime = (id, time, now) => [time, timeOfId(id)].find((given) => isPlausible(given, now));
/**
 * Returns that time as a text that no page's `toJSON` has made. Without a time, the vendor takes the time of receipt.
 */
export const believedIsoTime = (id, time, now) => {
    const believed = believedTime(id, time, now);
    return believed === undefined ? undefined : new Date(believed).toISOString();
};
