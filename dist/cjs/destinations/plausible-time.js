"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isPlausible = void 0;
/** Klaviyo takes nothing from before 1990, and no shop that is on the web sold there. */
const FIRST_MS = Date.UTC(1990, 0);
/** "At most a year ahead" (developers.klaviyo.com, "Create Client Event"), less a day for a clock that is fast. */
const AHEAD_MS = 364 * 86_400_000;
/**
 * Whether an event can have happened at `time`, seen from `now`. A device whose clock was at 1970, or years ahead, has
 * given its events times that no vendor should be told: without one, they take that of receipt.
 */
const isPlausible = (time, now) => time > FIRST_MS && time < now + AHEAD_MS;
exports.isPlausible = isPlausible;
