"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createHandOff = void 0;
const stored_event_ts_1 = require("../../core/stored-event.js");
const attempt_ts_1 = require("../attempt.js");
const batch_ts_1 = require("../batch.js");
const chunk_state_ts_1 = require("../chunk-state.js");
const watermark_ts_1 = require("./watermark.js");
/**
 * Writes down, at once and then in the database, what is not durable yet and what is handed off. Returns the
 * request that is to leave with the page: the oldest of one group, nothing when nobody else would know of it.
 * Synchronous: what waited for storage, a lock or a timer would not leave any more.
 */
const createHandOff = ({ newId, now }, destination, { notes, isMemory, noteDown }) => (unsent, maxBytes) => {
    let maySend = maxBytes > 0;
    const until = now() + attempt_ts_1.HAND_OFF_MS;
    const chunks = {};
    const keys = [];
    const noted = [];
    const { events, takes } = (0, batch_ts_1.createBatch)(destination, maxBytes);
    const watermark = notes.watermark();
    const granted = notes.granted();
    for (const chunk of unsent) {
        const { key, json, held } = chunk;
        // Others send it, and could not know that we do.
        if ((0, chunk_state_ts_1.mayBeWithOthers)(chunk) && isMemory())
            continue;
        const isTaken = key <= watermark;
        if ((0, chunk_state_ts_1.mayBeUnstored)(chunk, watermark)) {
            chunks[held || key] = json;
            noted.push(chunk);
        }
        if (!maySend || isTaken || held || key <= granted || (0, watermark_ts_1.isAhead)(key, now()))
            continue;
        // Out of the midst of a burst, or as large by itself. What comes after it may be smaller.
        if ((0, batch_ts_1.bytesOf)(json) >= maxBytes)
            continue;
        maySend = takes(json, (0, stored_event_ts_1.eventsIn)(json));
        if (!maySend)
            continue;
        keys.push(key);
        unsent.delete(chunk);
    }
    const id = newId();
    const write = () => !!(keys[0] || noted[0]) && notes.write(id, { chunks, keys, until });
    let isWritten = write();
    // Ten thousand events are more than localStorage holds: of what is not handed off, the oldest that fit.
    for (let most = noted.length >> 1; most && !isWritten; most >>= 1) {
        for (const chunk of noted.splice(most))
            if (keys.includes(chunk.key))
                noted.push(chunk);
            else
                delete chunks[chunk.held || chunk.key];
        isWritten = write();
    }
    if (!isWritten)
        return;
    // Not the others: what is in no note is not taken in with it.
    const takenIn = noteDown();
    for (const chunk of noted) {
        chunk.note = takenIn;
        if (!isMemory())
            chunk.given ??= 'first';
    }
    return events[0] && { ...destination.encode(events, 'first', now()), keys, lease: until };
};
exports.createHandOff = createHandOff;
