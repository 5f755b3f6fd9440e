import { jsonOf } from "../core/json.js";
import { applyNote } from "./last-moment/apply-note.js";
import { stateFrom } from "./shared-state.js";
import { takeOverRecords } from "./take-over.js";
/** Makes the transactions over the state that all tabs share: each takes the notes in first. */
export const createChange = ({ durably, areaNow }, notes, { destination, queue, now, applyAnswer }, onLoss) => {
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
                await takeOverRecords(t, destination, queue);
            const state = stateFrom(await t.get(`${queue}/s`), now());
            for (const place of places)
                await applyNote(t, state, { queue, place, time: now(), note: notes.read(place) }, applyAnswer);
            const result = await work?.(t, state, places, (...loss) => losses.push(loss));
            // Corrected since it was read, the clock has jumped for whoever comes next.
            t.put(`${queue}/s`, jsonOf({ ...state, at: Math.min(state.at, now()) }));
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
