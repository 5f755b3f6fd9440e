"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createWatermark = exports.isOfOtherDays = exports.isAhead = void 0;
const id_ts_1 = require("../../core/id.js");
const record_key_ts_1 = require("../../core/record-key.js");
/** No clock is wrong by so much for long. */
const AHEAD_MS = 86_400_000;
/** Whether a record is of the days to come: the clock has been corrected since. What is no key is so, too. */
const isAhead = (key, time) => !((0, id_ts_1.timeOfId)((0, record_key_ts_1.firstIdIn)(key)) < time + AHEAD_MS);
exports.isAhead = isAhead;
/** Whether a record is of other days: the clock has been corrected since, or it has waited for long. */
const isOfOtherDays = (key, time) => (0, exports.isAhead)(key, time) || (0, id_ts_1.timeOfId)((0, record_key_ts_1.firstIdIn)(key)) < time - AHEAD_MS;
exports.isOfOtherDays = isOfOtherDays;
const higher = (one, other = '') => (other > one ? other : one);
/**
 * The highest of certain records, in localStorage: `<key>`, or `<key> <key of these days>` where the highest is of the days to
 * come. That would stop all handing off until then. Instead, what was tracked until it is seen is believed to be below, and what
 * comes next is not. The first is kept: the clock may be wrong again.
 * @param areaNow localStorage, or what this page has instead.
 */
const createWatermark = (areaNow, place, queue, now) => {
    const write = (highest, present) => {
        areaNow().set(place, (0, exports.isAhead)(highest, now()) ? `${highest} ${present}` : highest);
    };
    const known = () => {
        const [highest = '', present = ''] = (areaNow().get(place) ?? '').split(' ');
        if (!highest || !(0, exports.isAhead)(highest, now()))
            return [highest, highest];
        if (present && !(0, exports.isAhead)(present, now()))
            return [highest, present];
        const fresh = (0, record_key_ts_1.newSince)(queue, now() + 1);
        write(highest, fresh);
        return [highest, fresh];
    };
    return {
        /** As far as it can be believed. */
        read: () => known()[1],
        /** @param keys in ascending order. */
        raise(keys) {
            const [highest, present] = known();
            const last = keys.at(-1) ?? '';
            const ofNow = (0, exports.isAhead)(last, now()) ? keys.filter((key) => !(0, exports.isAhead)(key, now())).at(-1) : last;
            write(higher(highest, last), higher(present, ofNow));
        },
    };
};
exports.createWatermark = createWatermark;
