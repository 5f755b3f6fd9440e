"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.believedIsoTime = exports.believedTime = exports.isPlausible = void 0;
const id_ts_1 = require("../core/id.js");
/** The earliest plausible time: Klaviyo takes nothing from before 1990, and no shop was on the web then. */
const FIRST_MS = Date.UTC(1990, 0);
/** "At most a year ahead" (developers.klaviyo.com, "Create Client Event"), less a day for a clock that is fast. */
const AHEAD_MS = 364 * 86_400_000;
/**
 * Tells whether an event can have happened at `time`, seen from `now`. A device whose clock was at 1970, or years
 * ahead, gives its events times that no vendor should be told: without a time, a vendor takes the time of receipt.
 */
const isPlausible = (time, now) => time > FIRST_MS && time < now + AHEAD_MS;
exports.isPlausible = isPlausible;
/** Returns when an event happened, by its own time, otherwise by its id's; nothing where neither is plausible. */
const believedTime = (id, time, now) => [time, (0, id_ts_1.timeOfId)(id)].find((given) => (0, exports.isPlausible)(given, now));
exports.believedTime = believedTime;
/**
 * Returns that time as a text that no page's `toJSON` has made. Without a time, the vendor takes the time of receipt.
 */
const believedIsoTime = (id, time, now) => {
    const believed = (0, exports.believedTime)(id, time, now);
    return believed === undefined ? undefined : new Date(believed).toISOString();
};
exports.believedIsoTime = believedIsoTime;
