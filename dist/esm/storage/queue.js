import { timeOfId } from "../core/id.js";
import { jsonOf } from "../core/json.js";
import { count, goesAlone, learn, spent, stateFrom, waitMs } from "../core/state.js";
import { HAND_OFF_MS, LEASE_MS } from "./attempt.js";
import { createBatch } from "./batch.js";
import { countAll, countIn, cutAfter, newOf, recordsOf, triedKeyOf } from "./chunk.js";
import { createDurable, TRIES } from "./durable.js";
import { gather } from "./gather.js";
import { createHandOff } from "./hand-off.js";
import { adopt, createNotes, doubt } from "./notes.js";
import { prune } from "./prune.js";
import { settle } from "./settle.js";
/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000;
const DAY_MS = 86_400_000;
/** The queue is counted once in so many writes. */
const TRIM_EVERY = 100;
/**
 * One destination's durable queue. Reading it never removes: only `settle` does, after the answer.
 * @param onLoss told of events that leave the queue without an answer, and (`memory`) that nothing survives the page.
 */
export const createQueue = ({ newId, now, random, openStore, area, setTimer }, destination, { maxAgeDays, maxEvents }, onLoss) => {
    const { name, limits } = destination;
    const RECORDS = recordsOf(name);
    const EVENTS = newOf(name);
    const TRIED = triedKeyOf(EVENTS);
    const readState = async (t) => stateFrom(await t.get(`${name}/s`), now());
    /** Where notes are found: in memory, what others noted would be lost with the page. */
    let local = area;
    const isMemory = () => local !== area;
    const durably = createDurable(openStore, () => {
        local = new Map();
        onLoss('memory', 0);
    }, setTimer);
    const notes = createNotes(() => local, `sendoff/${name}`);
    const { list, mark } = notes;
    /** Its lease, or for a hand-off the time until which it is awaited, tells whether an attempt is still the last one. */
    const settled = async (t, state, answer) => {
        let isOvertaken = state.until < answer.lease;
        if (state.lease === answer.lease) {
            state.sending = [];
            state.lease = 0;
            isOvertaken = false;
        }
        learn(state, answer.outcomes, limits.burstMs, now(), random());
        return settle(t, state, answer, name, isOvertaken);
    };
    /** Takes in the notes of pages that were left; then runs `work`, if there is any, over the shared state. */
    const change = async (work) => {
        // Not later: what a page has asked the database to write before its note is to be there before it.
        const taken = list();
        const result = await durably(async (t, tries) => {
            const state = await readState(t);
            for (const place of taken)
                await adopt(t, state, place, notes.read(place), settled);
            const result = (await work?.(t, state, taken));
            // Left with memory alone meanwhile: this is done there, and nowhere else.
            if (isMemory() && tries >= 0)
                throw 0;
            t.put(`${name}/s`, jsonOf({ ...state, at: now() }));
            return result;
        });
        for (const place of taken)
            local.delete(place);
        return result;
    };
    return {
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
                change((t, state) => prune(t, state, RECORDS, maxEvents)).then((events) => events && onLoss('evicted', events));
        },
        /** Chooses what is sent next and writes down that it is, in one transaction. */
        begin: (grantedAt, hopeful) => change(async (t, state, known) => {
            const time = now();
            const { lease, locked, reason, until, bad } = state;
            // Older than our own lock, a lease that was taken under the lock is a dead tab's.
            // A later time than it could be was set by another clock.
            const since = lease - LEASE_MS;
            if (lease > time && since <= time && since > (locked ? grantedAt : 0))
                return { ms: BUSY_MS };
            const ms = waitMs(state, limits.burstMs, time);
            if (ms > 0 && !(hopeful && reason && reason !== 'busy'))
                return { ms, failing: reason };
            // Whoever was sending is dead.
            await doubt(t, state.sending);
            state.sending = [];
            // Until then, the answer to a hand-off may still come.
            state.until = until > time && until <= time + HAND_OFF_MS ? until : 0;
            const doubtful = state.until ? [] : await t.keys(TRIED, limits.events);
            const isResend = !!doubtful[0];
            let room = limits.events;
            const found = (isResend ? doubtful : await t.keys(EVENTS, limits.events)).filter((key) => {
                room -= countIn(key);
                // There was room before it.
                return room + countIn(key) > 0;
            });
            const oldest = time - maxAgeDays * DAY_MS;
            const { events, takes } = createBatch(destination, limits.bytes);
            const isAssumed = isResend && destination.assumeDelivered;
            const taken = await gather(t, found, takes, oldest, isAssumed, (reason, its) => {
                count(state, reason, its);
                // What is assumed to be delivered is no loss.
                if (reason !== 'delivered')
                    onLoss(reason, its);
            });
            // What was held for these people is older: it goes before them.
            if (await destination.release?.(t, events, oldest))
                return { ms: 0 };
            if (!events[0])
                return { ms: isResend ? 0 : state.until ? until - time : Infinity };
            // A batch that was refused without naming the guilty is searched by halves.
            const part = destination.encode(bad ? events.slice(0, bad >> 1 || 1) : events, isResend ? 'resend' : goesAlone(state, events.length, random()) ? 'alone' : 'first', time);
            // First the mark, then the look: a page that was left in between has not seen the mark.
            mark(taken.at(-1));
            if (list().some((place) => !known.includes(place)))
                return { ms: 0 };
            const keys = cutAfter(t, isResend ? TRIED : EVENTS, taken, events, part.events.length);
            state.sending = keys;
            // The clock may have been set back since: this must be as old as what `change` says.
            state.lease = now() + LEASE_MS;
            state.locked = grantedAt > 0;
            state.due = spent(state, part.costMs, limits.burstMs, now());
            return { ...part, keys, lease: state.lease };
        }),
        /** Writes down what became of an attempt: removes its events, or keeps them for later. */
        settle: (answer) => change(async (t, state) => {
            // Begun in the database, it is settled by a page that has one.
            if (!(await settled(t, state, answer)) && isMemory())
                area.set(`sendoff/${name}/${newId()}`, jsonOf({ ...answer, body: '' }));
        }),
        census: () => durably(async (t) => {
            const keys = await t.keys(RECORDS);
            const { counts, reason, detail } = await readState(t);
            return {
                queued: countAll(keys),
                oldestMs: keys[0] ? now() - timeOfId(keys[0].split('/')[3]) : 0,
                counts,
                paused: reason === 'paused' ? detail : '',
                storage: isMemory() ? 'memory' : 'indexeddb',
            };
        }),
    };
};
