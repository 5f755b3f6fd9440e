"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createQueue = void 0;
const id_ts_1 = require("../core/id.js");
const json_ts_1 = require("../core/json.js");
const record_key_ts_1 = require("../core/record-key.js");
const apply_answer_ts_1 = require("./apply-answer.js");
const claim_ts_1 = require("./claim.js");
const create_change_ts_1 = require("./create-change.js");
const hand_off_ts_1 = require("./last-moment/hand-off.js");
const notes_ts_1 = require("./last-moment/notes.js");
const prune_ts_1 = require("./prune.js");
const shared_state_ts_1 = require("./shared-state.js");
const storage_ts_1 = require("./storage.js");
const take_over_ts_1 = require("./take-over.js");
const tally_ts_1 = require("./tally.js");
/** The queue is counted once in so many writes. */
const TRIM_EVERY = 100;
/** One destination's durable queue. Reading it never removes: only `settle` does, after the answer. */
const createQueue = (world, destination, options, onLoss) => {
    const { queue } = options;
    const { newId, now, random, area } = world;
    const storage = (0, storage_ts_1.createStorage)(world, () => onLoss('memory', 0));
    const { durably, isMemory } = storage;
    const notes = (0, notes_ts_1.createNotes)(storage.areaNow, queue, now);
    (0, take_over_ts_1.takeOverNotes)(area, destination, queue);
    const applyAnswer = (0, apply_answer_ts_1.createApplyAnswer)(world, destination, queue);
    const change = (0, create_change_ts_1.createChange)(storage, notes, { destination, queue, now, applyAnswer }, onLoss);
    return {
        isMemory,
        handOff: (0, hand_off_ts_1.createHandOff)(world, destination, { notes, isMemory, noteDown: change }),
        /** Resolves when the chunks are durable. */
        async push(chunks) {
            await durably((t, keeper) => {
                for (const chunk of chunks) {
                    // It is taken in from its note.
                    if (keeper !== 'first' && chunk.note)
                        continue;
                    chunk.given = keeper;
                    t.put(chunk.held || chunk.key, chunk.json);
                }
            });
            // localStorage alone would not outlive the browser. Where any is noted, the last is.
            await chunks.at(-1)?.note;
            for (const chunk of chunks)
                chunk.durable = true;
            if (random() * TRIM_EVERY < 1)
                change((t, state, _, onLoss) => (0, prune_ts_1.prune)(t, state, options, onLoss));
        },
        begin: (0, claim_ts_1.createClaim)(world, { ...options, destination }, notes, change),
        /** Writes down what became of an attempt: removes its events, or keeps them for later. Returns the last word. */
        settle: (answer) => change(async (t, state) => {
            const { isThere, outcomes } = await applyAnswer(t, state, answer);
            // Begun in the database, it is settled by a page that has one. No more than an answer is kept.
            const { events, keys, lease } = answer;
            if (!isThere && isMemory())
                area.set(`sendoff/${queue}/${newId()}`, (0, json_ts_1.jsonOf)({ events, keys, lease, outcomes }));
            return outcomes;
        }),
        census: () => durably(async (t) => {
            const { events, oldest } = await (0, tally_ts_1.tally)(t, (0, record_key_ts_1.recordsOf)(queue));
            const { counts, reason, detail } = (0, shared_state_ts_1.stateFrom)(await t.get(`${queue}/s`), now());
            return {
                queued: events,
                oldestMs: oldest ? now() - (0, id_ts_1.timeOfId)((0, record_key_ts_1.firstIdIn)(oldest)) : 0,
                counts,
                paused: reason === 'paused' ? detail : '',
                storage: isMemory() ? 'memory' : 'indexeddb',
            };
        }),
    };
};
exports.createQueue = createQueue;
