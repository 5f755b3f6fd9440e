import { timeOfId } from "../core/id.js";
import { jsonOf } from "../core/json.js";
import { countAll, firstIdIn, recordsOf, unansweredKeyOf } from "../core/record-key.js";
import { createDurable, TRIES } from "../store/durable.js";
import { createClaim } from "./claim.js";
import { isUnanswered, judge } from "./judge.js";
import { createHandOff } from "./last-moment/hand-off.js";
import { applyNote, createNotes } from "./last-moment/notes.js";
import { prune } from "./prune.js";
import { settle } from "./settle.js";
import { learn, postpone, stateFrom } from "./shared-state.js";
import { takeOverNotes, takeOverRecords } from "./take-over.js";
/** The queue is counted once in so many writes. */
const TRIM_EVERY = 100;
/**
 * One destination's durable queue. Reading it never removes: only `settle` does, after the answer.
 * @param queue the name of all that is stored of it.
 */
export const createQueue = ({ newId, now, random, openStore, area, setTimer }, destination, queue, { maxAgeDays, maxEvents }, onLoss) => {
    const { limits } = destination;
    const readState = async (t) => stateFrom(await t.get(`${queue}/s`), now());
    /** Where notes are found: in memory, what others noted would be lost with the page. */
    let local = area;
    const isMemory = () => local !== area;
    const durably = createDurable(openStore, () => {
        local = new Map();
        onLoss('memory', 0);
    }, setTimer);
    const notes = createNotes(() => local, queue, now);
    takeOverNotes(area, destination, queue);
    /** Its lease, or for a hand-off the time until which it is awaited, tells whether an attempt is still the last one. */
    const settled = async (t, state, answer) => {
        let isOvertaken = state.until < answer.lease;
        if (state.lease === answer.lease) {
            state.sending = [];
            state.lease = 0;
            isOvertaken = false;
        }
        const outcomes = judge(state, answer);
        const isSilent = isUnanswered(outcomes);
        const isRepeat = answer.keys[0] === unansweredKeyOf(`${answer.keys[0]}`);
        if (isRepeat && isSilent)
            postpone(state, now(), random());
        else
            learn(state, outcomes, limits, now(), random());
        // Not at once: what lies beside the one that was answered may be what is not.
        if (isRepeat && !isSilent)
            state.repeats = Math.max(0, state.repeats - 2);
        const isThere = await settle(t, state, { ...answer, outcomes }, queue, isOvertaken);
        state.silent = isSilent;
        return { isThere, outcomes };
    };
    /** What version 0.1 has left is taken over once. */
    let isTakenOver = false;
    const change = async (work) => {
        // Not later: what a page has asked the database to write before its note is to be there before it.
        const taken = notes.list();
        let losses = [];
        const result = await durably(async (t, tries) => {
            // A transaction that failed has lost nothing.
            losses = [];
            if (!isTakenOver)
                await takeOverRecords(t, destination, queue);
            const state = await readState(t);
            for (const place of taken)
                await applyNote(t, state, queue, place, notes.read(place), settled);
            const result = await work?.(t, state, taken, (...loss) => losses.push(loss));
            // Left with memory alone meanwhile: this is done there, and nowhere else.
            if (isMemory() && tries >= 0)
                throw new Error('left with memory');
            // Corrected since it was read, the clock has jumped for whoever comes next.
            t.put(`${queue}/s`, jsonOf({ ...state, at: Math.min(state.at, now()) }));
            return result;
        });
        isTakenOver = true;
        for (const place of taken)
            local.delete(place);
        for (const loss of losses)
            onLoss(...loss);
        return result;
    };
    return {
        isMemory,
        handOff: createHandOff(destination, newId, now, notes, isMemory, change),
        /** Resolves when the chunks are durable. */
        async push(chunks) {
            await durably((t, tries) => {
                for (const chunk of chunks) {
                    // It is taken in from its note.
                    if (tries < TRIES && chunk.note)
                        continue;
                    chunk.tries = tries;
                    t.put(chunk.held || chunk.key, chunk.json);
                }
            });
            // localStorage alone would not outlive the browser. Where any is noted, the last is.
            await chunks.at(-1)?.note;
            if (random() * TRIM_EVERY < 1)
                change((t, state, _, onLoss) => prune(t, state, recordsOf(queue), maxEvents, onLoss));
        },
        begin: createClaim({ now, random }, destination, queue, maxAgeDays, notes, change),
        /** Writes down what became of an attempt: removes its events, or keeps them for later. Returns the last word. */
        settle: (answer) => change(async (t, state) => {
            const { isThere, outcomes } = await settled(t, state, answer);
            // Begun in the database, it is settled by a page that has one. No more than an answer is kept.
            const { events, keys, lease } = answer;
            if (!isThere && isMemory())
                area.set(`sendoff/${queue}/${newId()}`, jsonOf({ events, keys, lease, outcomes }));
            return outcomes;
        }),
        census: () => durably(async (t) => {
            const keys = await t.keys(recordsOf(queue));
            const { counts, reason, detail } = await readState(t);
            return {
                queued: countAll(keys),
                oldestMs: keys[0] ? now() - timeOfId(firstIdIn(keys[0])) : 0,
                counts,
                paused: reason === 'paused' ? detail : '',
                storage: isMemory() ? 'memory' : 'indexeddb',
            };
        }),
    };
};
