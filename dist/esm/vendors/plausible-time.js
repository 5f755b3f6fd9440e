import { timeOfId } from "../core/id.js";
/** Klaviyo takes nothing from before 1990, and no shop that is on the web sold there. */
const FIRST_MS = Date.UTC(1990, 0);
/** "At most a year ahead" (developers.klaviyo.com, "Create Client Event"), less a day for a clock that is fast. */
const AHEAD_MS = 364 * 86_400_000;
/**
 * Whether an event can have happened at `time`, seen from `now`. A device whose clock was at 1970, or years ahead, has
 * given its events times that no vendor should be told: without one, they take that of receipt.
 */
export const isPlausible = (time, now) => time > FIRST_MS && time < now + AHEAD_MS;
/** When an event happened, by its own time, else by its id's; nothing where neither is to be believed. */
export const believedTime = (id, time, now) => [time, timeOfId(id)].find((given) => isPlausible(given, now));
/** The same as a text that no page's `toJSON` has made. Without one, the vendor takes the time of receipt. */
export const believedIsoTime = (id, time, now) => {
    const believed = believedTime(id, time, now);
    return believed === undefined ? undefined : new Date(believed).toISOString();
};
