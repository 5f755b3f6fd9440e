"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createChange = void 0;
const json_ts_1 = require("../core/json.js");
const apply_note_ts_1 = require("./last-moment/apply-note.js");
const shared_state_ts_1 = require("./shared-state.js");
const take_over_ts_1 = require("./take-over.js");
/** Makes the transactions over the state that all tabs share: each takes the notes in first. */
const createChange = ({ durably, areaNow }, notes, { destination, queue, now, applyAnswer }, onLoss) => {
    /** What version 0.1 has left is taken over once. */
    let isTakenOver = false;
    return async (work) => {
        // Not later: what a page has asked the database to write before its note is to be there before it.
        const places = notes.list();
        let losses = [];
        const result = await durably(async (t) => {
            // A transaction that failed has lost nothing.
            losses = [];
            if (!isTakenOver)
                await (0, take_over_ts_1.takeOverRecords)(t, destination, queue);
            const state = (0, shared_state_ts_1.stateFrom)(await t.get(`${queue}/s`), now());
            for (const place of places)
                await (0, apply_note_ts_1.applyNote)(t, state, { queue, place, time: now(), note: notes.read(place) }, applyAnswer);
            const result = await work?.(t, state, places, (...loss) => losses.push(loss));
            // Corrected since it was read, the clock has jumped for whoever comes next.
            t.put(`${queue}/s`, (0, json_ts_1.jsonOf)({ ...state, at: Math.min(state.at, now()) }));
            return result;
        });
        isTakenOver = true;
        for (const place of places)
            areaNow().delete(place);
        for (const loss of losses)
            onLoss(...loss);
        return result;
    };
};
exports.createChange = createChange;
