"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.applyNote = void 0;
const record_key_ts_1 = require("../../core/record-key.js");
const stored_event_ts_1 = require("../../core/stored-event.js");
const attempt_ts_1 = require("../attempt.js");
const mark_unanswered_ts_1 = require("../mark-unanswered.js");
/** So many notes are remembered as taken in. */
const MAX_NOTES = 20;
const isAnswer = ({ events, outcomes, lease }) => Array.isArray(events) &&
    events.every(stored_event_ts_1.isEvent) &&
    Array.isArray(outcomes) &&
    outcomes.every((its) => its?.type && Object.values(its).every((part) => Object(part) !== part)) &&
    typeof lease === 'number';
/**
 * Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. Anybody may have written
 * it: what is no record of this queue is left out.
 */
const applyNote = async (t, state, { queue, place, time, note }, applyAnswer) => {
    if (state.seen.includes(place))
        return;
    state.seen = [place, ...state.seen].slice(0, MAX_NOTES);
    const isOurs = (key) => (0, record_key_ts_1.isRecordOf)(queue, key);
    const keys = Object.values({ ...note.keys }).filter(isOurs);
    if (note.outcomes)
        return isAnswer(note) && applyAnswer(t, state, { ...note, keys });
    for (const [key, json] of Object.entries({ ...note.chunks }))
        if (isOurs(key) && typeof json === 'string' && !(await t.get((0, record_key_ts_1.goneKeyOf)(key))))
            t.put(key, json);
    if (keys[0])
        state.until = Math.max((0, attempt_ts_1.believedUntil)(state.until, time), (0, attempt_ts_1.believedUntil)(note.until, time));
    await (0, mark_unanswered_ts_1.markUnanswered)(t, keys);
};
exports.applyNote = applyNote;
