import { timeOfId } from "../../core/id.js";
import { firstIdIn, newSince } from "../../core/record-key.js";
/** No clock is wrong by so much for long. */
const AHEAD_MS = 86_400_000;
/** Whether a record is of the days to come: the clock has been corrected since. What is no key is so, too. */
export const isAhead = (key, time) => !(timeOfId(firstIdIn(key)) < time + AHEAD_MS);
/** Whether a record is of other days: the clock has been corrected since, or it has waited for long. */
export const isOfOtherDays = (key, time) => isAhead(key, time) || timeOfId(firstIdIn(key)) < time - AHEAD_MS;
const higher = (one, other = '') => (other > one ? other : one);
/**
 * The highest of certain records, in localStorage: `<key>`, or `<key> <key of these days>` where the highest is of the days to
 * come. That would stop all handing off until then. Instead, what was tracked until it is seen is believed to be below, and what
 * comes next is not. The first is kept: the clock may be wrong again.
 * @param areaNow localStorage, or what this page has instead.
 */
export const createWatermark = (areaNow, place, queue, now) => {
    const write = (highest, present) => {
        areaNow().set(place, isAhead(highest, now()) ? `${highest} ${present}` : highest);
    };
    const known = () => {
        const [highest = '', present = ''] = (areaNow().get(place) ?? '').split(' ');
        if (!highest || !isAhead(highest, now()))
            return [highest, highest];
        if (present && !isAhead(present, now()))
            return [highest, present];
        const fresh = newSince(queue, now() + 1);
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
            const ofNow = isAhead(last, now()) ? keys.filter((key) => !isAhead(key, now())).at(-1) : last;
            write(higher(highest, last), higher(present, ofNow));
        },
    };
};
