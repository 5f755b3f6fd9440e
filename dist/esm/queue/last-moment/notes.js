import { isEvent } from "../../core/event.js";
import { jsonOf, parsed } from "../../core/json.js";
import { goneKeyOf, isRecordOf, unansweredKeyOf } from "../../core/record-key.js";
import { createWatermark } from "./watermark.js";
/** So many notes are remembered as taken in. */
const NOTES_KEPT = 20;
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Every transaction over the
 * shared state takes the notes into the database first.
 * @param areaNow localStorage, or what this page has instead.
 */
export const createNotes = (areaNow, queue, now) => {
    const markPlace = `sendoff/${queue}`;
    const mark = createWatermark(areaNow, markPlace, queue, now);
    // Where localStorage is refused, this tab at least knows its own.
    const memory = new Map();
    const ownMark = createWatermark(() => memory, markPlace, queue, now);
    const grant = createWatermark(areaNow, `sendoff-grant/${queue}`, queue, now);
    return {
        list: () => [...areaNow().keys()].filter((place) => place.startsWith(`${markPlace}/`)).sort(),
        /** Tells whether it could be written. */
        write(id, note) {
            const place = `${markPlace}/${id}`;
            const json = jsonOf(note);
            areaNow().set(place, json);
            return areaNow().get(place) === json;
        },
        /** An answer lies among the notes where a page was left with memory alone before it could settle it. */
        read: (place) => parsed(areaNow().get(place)),
        /**
         * The highest record that any tab has ever taken for sending, raised to these. What a page hands off when it
         * is left lies above it; so nothing is handed off that another tab is sending.
         * @param keys in ascending order.
         */
        mark(keys = []) {
            if (keys[0])
                for (const its of [mark, ownMark])
                    its.raise(keys);
            const [known, own] = [mark.read(), ownMark.read()];
            return own > known ? own : known;
        },
        /** The highest new record that a page has let the service worker take; see `src/worker/`. */
        granted: grant.read,
    };
};
/** Puts records where the vendor may have them. */
export const markUnanswered = async (t, keys) => {
    for (const key of keys) {
        const json = await t.get(key);
        t.remove(key);
        if (json)
            t.put(unansweredKeyOf(key), json);
    }
};
const isAnswer = ({ events, outcomes, lease }) => Array.isArray(events) &&
    events.every(isEvent) &&
    Array.isArray(outcomes) &&
    outcomes.every((its) => its?.type && Object.values(its).every((part) => Object(part) !== part)) &&
    typeof lease === 'number';
/**
 * Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. Anybody may have written
 * it: what is no record of this queue is left out.
 * @param settled settles by an answer.
 */
export const applyNote = async (t, state, queue, place, note, settled) => {
    if (state.seen.includes(place))
        return;
    state.seen = [place, ...state.seen].slice(0, NOTES_KEPT);
    const isOurs = (key) => isRecordOf(queue, key);
    const keys = Object.values({ ...note.keys }).filter(isOurs);
    if (note.outcomes)
        return isAnswer(note) && settled(t, state, { ...note, keys });
    for (const [key, json] of Object.entries({ ...note.chunks }))
        if (isOurs(key) && typeof json === 'string' && !(await t.get(goneKeyOf(key))))
            t.put(key, json);
    if (keys[0])
        state.until = typeof note.until === 'number' ? note.until : 0;
    await markUnanswered(t, keys);
};
