"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.applyNote = exports.markUnanswered = exports.createNotes = void 0;
const event_ts_1 = require("../../core/event.js");
const json_ts_1 = require("../../core/json.js");
const record_key_ts_1 = require("../../core/record-key.js");
const watermark_ts_1 = require("./watermark.js");
/** So many notes are remembered as taken in. */
const NOTES_KEPT = 20;
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Every transaction over the
 * shared state takes the notes into the database first.
 * @param areaNow localStorage, or what this page has instead.
 */
const createNotes = (areaNow, queue, now) => {
    const markPlace = `sendoff/${queue}`;
    const mark = (0, watermark_ts_1.createWatermark)(areaNow, markPlace, queue, now);
    // Where localStorage is refused, this tab at least knows its own.
    const memory = new Map();
    const ownMark = (0, watermark_ts_1.createWatermark)(() => memory, markPlace, queue, now);
    const grant = (0, watermark_ts_1.createWatermark)(areaNow, `sendoff-grant/${queue}`, queue, now);
    return {
        list: () => [...areaNow().keys()].filter((place) => place.startsWith(`${markPlace}/`)).sort(),
        /** Tells whether it could be written. */
        write(id, note) {
            const place = `${markPlace}/${id}`;
            const json = (0, json_ts_1.jsonOf)(note);
            areaNow().set(place, json);
            return areaNow().get(place) === json;
        },
        /** An answer lies among the notes where a page was left with memory alone before it could settle it. */
        read: (place) => (0, json_ts_1.parsed)(areaNow().get(place)),
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
exports.createNotes = createNotes;
/** Puts records where the vendor may have them. */
const markUnanswered = async (t, keys) => {
    for (const key of keys) {
        const json = await t.get(key);
        t.remove(key);
        if (json)
            t.put((0, record_key_ts_1.unansweredKeyOf)(key), json);
    }
};
exports.markUnanswered = markUnanswered;
const isAnswer = ({ events, outcomes, lease }) => Array.isArray(events) &&
    events.every(event_ts_1.isEvent) &&
    Array.isArray(outcomes) &&
    outcomes.every((its) => its?.type && Object.values(its).every((part) => Object(part) !== part)) &&
    typeof lease === 'number';
/**
 * Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. Anybody may have written
 * it: what is no record of this queue is left out.
 * @param settled settles by an answer.
 */
const applyNote = async (t, state, queue, place, note, settled) => {
    if (state.seen.includes(place))
        return;
    state.seen = [place, ...state.seen].slice(0, NOTES_KEPT);
    const isOurs = (key) => (0, record_key_ts_1.isRecordOf)(queue, key);
    const keys = Object.values({ ...note.keys }).filter(isOurs);
    if (note.outcomes)
        return isAnswer(note) && settled(t, state, { ...note, keys });
    for (const [key, json] of Object.entries({ ...note.chunks }))
        if (isOurs(key) && typeof json === 'string' && !(await t.get((0, record_key_ts_1.goneKeyOf)(key))))
            t.put(key, json);
    if (keys[0])
        state.until = typeof note.until === 'number' ? note.until : 0;
    await (0, exports.markUnanswered)(t, keys);
};
exports.applyNote = applyNote;
