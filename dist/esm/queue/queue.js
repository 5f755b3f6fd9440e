import { timeOfId } from "../core/id.js";
import { jsonOf } from "../core/json.js";
import { firstIdIn, recordsOf } from "../core/record-key.js";
import { createApplyAnswer } from "./apply-answer.js";
import { createClaim } from "./claim.js";
import { createChange } from "./create-change.js";
import { createHandOff } from "./last-moment/hand-off.js";
import { createNotes } from "./last-moment/notes.js";
import { prune } from "./prune.js";
import { stateFrom } from "./shared-state.js";
import { createStorage } from "./storage.js";
import { takeOverNotes } from "./take-over.js";
import { tally } from "./tally.js";
/** The queue is counted once in so many writes. */
const TRIM_EVERY = 100;
/** One destination's durable queue. Reading it never removes: only `settle` does, after the answer. */
export const createQueue = (world, destination, options, onLoss) => {
    const { queue } = options;
    const { newId, now, random, area } = world;
    const storage = createStorage(world, () => onLoss('memory', 0));
    const { durably, isMemory } = storage;
    const notes = createNotes(storage.areaNow, queue, now);
    takeOverNotes(area, destination, queue);
    const applyAnswer = createApplyAnswer(world, destination, queue);
    const change = createChange(storage, notes, { destination, queue, now, applyAnswer }, onLoss);
    return {
        isMemory,
        handOff: createHandOff(world, destination, { notes, isMemory, noteDown: change }),
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
                change((t, state, _, onLoss) => prune(t, state, options, onLoss));
        },
        begin: createClaim(world, { ...options, destination }, notes, change),
        /** Writes down what became of an attempt: removes its events, or keeps them for later. Returns the last word. */
        settle: (answer) => change(async (t, state) => {
            const { isThere, outcomes } = await applyAnswer(t, state, answer);
            // Begun in the database, it is settled by a page that has one. No more than an answer is kept.
            const { events, keys, lease } = answer;
            if (!isThere && isMemory())
                area.set(`sendoff/${queue}/${newId()}`, jsonOf({ events, keys, lease, outcomes }));
            return outcomes;
        }),
        census: () => durably(async (t) => {
            const { events, oldest } = await tally(t, recordsOf(queue));
            const { counts, reason, detail } = stateFrom(await t.get(`${queue}/s`), now());
            return {
                queued: events,
                oldestMs: oldest ? now() - timeOfId(firstIdIn(oldest)) : 0,
                counts,
                paused: reason === 'paused' ? detail : '',
                storage: isMemory() ? 'memory' : 'indexeddb',
            };
        }),
    };
};
