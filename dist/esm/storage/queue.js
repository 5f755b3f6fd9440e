import { createBatch } from "../core/batch.js";
import { eventsIn } from "../core/event.js";
import { timeOfId } from "../core/id.js";
import { parsed } from "../core/json.js";
import { count, learn, spent, stateFrom, waitMs } from "../core/state.js";
import { countIn, keyOf } from "./chunk.js";
import { createDurable } from "./durable.js";
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000;
/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000;
/** Old events are looked for once in so many writes. */
const TRIM_EVERY = 100;
/** So many notes are remembered as taken in. */
const NOTES_KEPT = 20;
/** All keepalive requests of a page share 64 KiB in flight (Fetch, section 4.7): room for the small ones, and for what a vendor's format adds. */
const HAND_OFF_BYTES = 45_000;
/** One destination's durable queue. Reading it never removes: only `settle` does, after the answer. */
export const createQueue = (options) => {
    const { destination, tab, now, random, area, maxAgeMs, onLoss } = options;
    const { name, limits } = destination;
    const RECORDS = `${name}/e/`;
    const EVENTS = `${RECORDS}new/`;
    const TRIED = `${RECORDS}again/`;
    const LETTERS = `${name}/d/`;
    const MARK = `sendoff/${name}`;
    const NOTES = `${MARK}/`;
    let marked = '';
    let pushes = 0;
    let leaves = 0;
    let evicted = 0;
    const { durably, evict, isMemory } = createDurable({
        ...options,
        prefix: RECORDS,
        onLoss(reason, events) {
            evicted += events;
            onLoss(reason, events);
        },
    });
    /**
     * The highest record that any tab has ever taken for sending, raised to `key`. What a page hands off when it is
     * left lies above it; so nothing is handed off that another tab is sending.
     */
    const mark = (key = '') => {
        for (const known of [area.get(MARK) ?? '', key])
            if (known > marked)
                marked = known;
        if (key)
            area.set(MARK, marked);
        return marked;
    };
    const notes = () => isMemory()
        ? []
        : area
            .keys()
            .filter((place) => place.startsWith(NOTES))
            .sort();
    const put = (t, prefix, events) => {
        if (events[0])
            t.put(keyOf(prefix, events), JSON.stringify(events));
    };
    const readState = async (t) => stateFrom(await t.get(`${name}/s`), now());
    /** Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. */
    const adopt = async (t, state, place, note) => {
        if (state.seen.includes(place))
            return;
        state.seen = [place, ...state.seen].slice(0, NOTES_KEPT);
        const { chunks = {}, keys = [], until = 0 } = note;
        for (const key of keys) {
            const json = (await t.get(key)) ?? chunks[key];
            t.remove(key);
            // The journal: what the vendor may have lies apart.
            if (json)
                t.put(key.replace(EVENTS, TRIED), json);
            state.until = until;
        }
        for (const [key, json] of Object.entries(chunks))
            if (!keys.includes(key))
                t.put(key, json);
    };
    /** Runs `work` over the shared state, after the notes of pages that were left have been taken in. */
    const change = async (work) => {
        // Not later: what a page has asked the database to write before its note is to be there before it.
        let taken = notes();
        const counting = evicted;
        const result = await durably(async (t) => {
            const state = await readState(t);
            // Memory would be no gain.
            if (isMemory())
                taken = [];
            for (const place of taken)
                await adopt(t, state, place, parsed(area.get(place)));
            const result = await work(t, state, taken);
            if (counting)
                count(state, 'evicted', counting);
            t.put(`${name}/s`, JSON.stringify({ ...state, at: now() }));
            return result;
        });
        evicted -= counting;
        taken.forEach(area.remove);
        return result;
    };
    return {
        EVENTS,
        /** Resolves when the chunks are durable. */
        async push(chunks) {
            let isRetry = false;
            await durably(async (t) => {
                // The first time nothing is read: the page may be gone before it could be.
                const seen = isRetry ? (await readState(t)).seen : [];
                for (const chunk of chunks) {
                    chunk.refused = isRetry;
                    // Taken in from a note meanwhile.
                    if (!seen.includes(chunk.note ?? ''))
                        t.put(chunk.key, chunk.json);
                }
                isRetry = true;
            });
            if (!(pushes++ % TRIM_EVERY))
                await evict(0).catch(() => undefined);
        },
        /**
         * Writes down, at once and then in the database, what is not durable yet and what is handed off. Returns the
         * request that is to leave with the page: the oldest of one group, nothing when nobody else would know of it.
         * Synchronous: what waited for storage, a lock or a timer would not leave any more.
         */
        handOff(unsent, maySend) {
            const lease = now() + HAND_OFF_MS;
            const place = `${NOTES + tab}/${leaves++}`;
            const chunks = {};
            const keys = [];
            const noted = [...unsent];
            const { events, takes } = createBatch(destination, HAND_OFF_BYTES);
            for (const chunk of noted) {
                const { key, json, durable, refused } = chunk;
                const isTaken = key <= mark();
                // What others have taken is in the database, even if this page was not told yet.
                if (!durable && (refused || !isTaken))
                    chunks[key] = json;
                if (!maySend || isTaken)
                    continue;
                maySend = takes(json, eventsIn(json));
                if (!maySend)
                    continue;
                keys.push(key);
                unsent.delete(chunk);
            }
            if (!keys[0] && !Object.keys(chunks)[0])
                return;
            const note = { chunks, keys, until: lease };
            const json = JSON.stringify(note);
            area.set(place, json);
            if (!isMemory() && area.get(place) !== json)
                return;
            for (const chunk of noted)
                chunk.note = place;
            change((t, state) => adopt(t, state, place, note));
            return events[0] && { part: destination.encode(events, 'first'), keys, lease };
        },
        /** Chooses what is sent next and writes down that it is, in one transaction. */
        begin: (grantedAt, hopeful) => change(async (t, state, known) => {
            const time = now();
            const { lease, locked, reason, until, bad } = state;
            // Older than our own lock, a lease that was taken under the lock is a dead tab's.
            if (lease > time && !(locked && lease - LEASE_MS <= grantedAt))
                return { ms: BUSY_MS };
            const ms = waitMs(state, limits.burstMs, time);
            if (ms > 0 && !(hopeful && reason && reason !== 'busy'))
                return { ms, failing: !!reason };
            const taken = new Map();
            const doubtful = until > time ? [] : await t.keys(TRIED, limits.events);
            const isResend = !!doubtful[0];
            const { events, takes } = createBatch(destination, limits.bytes);
            for (const key of isResend ? doubtful : await t.keys(EVENTS, limits.events)) {
                const json = (await t.get(key));
                const found = eventsIn(json);
                const [first] = found;
                const isOld = first && timeOfId(first.id) < time - maxAgeMs;
                const reason = first
                    ? isOld
                        ? 'expired'
                        : isResend && destination.assumeDelivered && 'delivered'
                    : 'unreadable';
                if (reason) {
                    t.remove(key);
                    count(state, reason, countIn(key));
                    onLoss(reason, countIn(key));
                }
                else if (takes(json, found))
                    taken.set(key, found);
                else
                    break;
            }
            if (!events[0])
                return { ms: isResend ? 0 : until > time ? until - time : Infinity };
            // A batch that was refused without naming the guilty is searched by halves.
            const part = destination.encode(bad ? events.slice(0, Math.max(1, (bad + 1) >> 1)) : events, isResend ? 'resend' : 'first');
            // First the mark, then the look: a page that was left in between has not seen the mark.
            if (!isResend)
                mark([...taken.keys()].at(-1));
            if (notes().some((place) => !known.includes(place)))
                return { ms: 0 };
            const keys = [];
            let left = part.events.length;
            for (const [key, found] of taken) {
                if (left <= 0)
                    break;
                const mine = found.slice(0, left);
                t.remove(key);
                put(t, TRIED, mine);
                put(t, isResend ? TRIED : EVENTS, found.slice(left));
                keys.push(keyOf(EVENTS, mine));
                left -= found.length;
            }
            // The clock may have been set back since: this must be as old as what `change` says.
            state.lease = now() + LEASE_MS;
            state.locked = grantedAt > 0;
            state.due = spent(state, part.costMs, limits.burstMs, now());
            return { part, keys, isResend, lease: state.lease };
        }),
        /** Writes down what became of an attempt: removes its events, or keeps them for later. */
        settle: ({ keys, isResend, lease }, outcomes) => change(async (t, state) => {
            const isMine = state.lease === lease;
            // Whatever a resend was answered, the vendor may have the event since the attempt before.
            const isDoubtful = isResend || !(isMine || state.until === lease);
            let index = 0;
            for (const name of keys) {
                const key = name.replace(EVENTS, TRIED);
                const events = eventsIn(await t.get(key));
                const mine = outcomes.slice(index);
                index += countIn(key);
                const left = (again) => events.filter((_, at) => {
                    const { type, reason } = mine[at] ?? {};
                    return (type === 'retry' && again === (isDoubtful || reason === 'unanswered' || reason === 'alone'));
                });
                events.forEach((event, at) => {
                    if (mine[at]?.type === 'dropped')
                        t.put(LETTERS + event.id, JSON.stringify({ event, ...mine[at] }));
                });
                t.remove(key);
                put(t, TRIED, left(true));
                put(t, EVENTS, left(false));
            }
            learn(state, outcomes, limits.burstMs, now(), random());
            if (isMine)
                state.lease = 0;
        }),
        census: () => durably(async (t) => {
            const keys = await t.keys(RECORDS);
            const { counts, reason, detail } = await readState(t);
            return {
                queued: keys.reduce((sum, key) => sum + countIn(key), 0),
                oldestMs: keys[0] ? now() - timeOfId(keys[0].slice(EVENTS.length)) : 0,
                counts,
                paused: reason === 'paused' ? detail : '',
                storage: isMemory() ? 'memory' : 'indexeddb',
            };
        }),
    };
};
