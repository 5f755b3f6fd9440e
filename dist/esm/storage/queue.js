import { batchAfter, nextOf } from "../core/batch.js";
import { groupOf } from "../core/event.js";
import { timeOfId } from "../core/id.js";
import { counted, learned, NEW_STATE, remaining, spent, waitMs } from "../core/state.js";
import { countsOf, keyOf } from "./chunk.js";
import { createMemoryStore } from "./store.js";
/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
const LEASE_MS = 45_000;
/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000;
/** The queue is counted once in so many events, wherever they are tracked. */
const TRIM_EVERY = 1_000;
/** What a record holds; nothing where a crash or another program has left something else. */
const parsed = (json) => {
    try {
        return { ...JSON.parse(json ?? '{}') };
    }
    catch {
        return {};
    }
};
const stateFrom = (json) => ({ ...NEW_STATE, ...parsed(json) });
const batchFrom = (json) => {
    const batch = { events: [], tried: 0, bad: 0, until: 0, keys: [], ...parsed(json) };
    const isBatch = Array.isArray(batch.events) && batch.events.every((event) => event?.identity && event.id);
    return isBatch ? batch : { ...batch, events: [] };
};
/**
 * One destination's durable queue. Under its name lie: `e/` the events in batches, `d/` dead letters, `w/` the
 * last chunk that each tab has written, `s` the shared state.
 */
export const createQueue = (options) => {
    const { destination, tab, notes, now, random, maxAgeMs, maxEvents, onMemory } = options;
    const { name, limits, assumeDelivered } = destination;
    const at = (place) => `${name}/${place}`;
    const EVENTS = at('e/');
    let { store } = options;
    let untilTrim = random() * TRIM_EVERY;
    const change = async (t, update) => t.put(at('s'), JSON.stringify(update(stateFrom(await t.get(at('s'))))));
    /** Puts a batch in the place of these records. */
    const replace = (t, keys, batch) => {
        const { events, tried } = batch;
        for (const key of keys)
            t.remove(key);
        const key = keyOf(EVENTS, `${events[0]?.id}`, events.length, tried);
        if (events.length)
            t.put(key, JSON.stringify(batch));
        return key;
    };
    const drop = (t, reason, events) => change(t, (state) => counted(state, Array(events).fill({ type: 'dropped', reason })));
    /** Removes so many of the oldest events; tells how many are gone. */
    const evict = async (t, excess) => {
        const keys = await t.keys(EVENTS);
        const most = excess(keys.reduce((total, key) => total + (countsOf(key)[0] ?? 0), 0));
        let evicted = 0;
        for (const key of keys) {
            if (evicted >= most)
                break;
            evicted += countsOf(key)[0] ?? 0;
            t.remove(key);
        }
        if (evicted)
            await drop(t, 'evicted', evicted);
        return evicted;
    };
    /** With the notes of pages that were left taken in. */
    const withNotes = async (work) => {
        let found = notes.read();
        const result = await store(async (t) => {
            found = notes.read();
            for (const { tab, key, json } of found) {
                // A chunk that did reach the database may be delivered and gone: taken in again, it would be sent twice.
                if (tab && key <= ((await t.get(at(`w/${tab}`))) ?? ''))
                    continue;
                for (const old of batchFrom(json).keys)
                    t.remove(old);
                t.put(key, json);
            }
            return work(t, found.length);
        });
        for (const { place } of found)
            notes.remove(place);
        return result;
    };
    /** Resolves when the chunks are durable. */
    const push = async (chunks, tries = 3) => {
        try {
            await store(async (t) => {
                for (const { key, json } of chunks) {
                    t.put(key, json);
                    t.put(at(`w/${tab}`), key);
                    untilTrim -= countsOf(key)[0] ?? 0;
                }
                if (untilTrim > 0)
                    return;
                untilTrim = TRIM_EVERY;
                await evict(t, (total) => total - maxEvents);
            });
        }
        catch {
            // The quota: engines disagree on the error, and Firefox rejects with null. Make room, or do without.
            const evicted = tries && (await store((t) => evict(t, (total) => total / 2)).catch(() => 0));
            if (!evicted) {
                store = createMemoryStore();
                onMemory();
            }
            await push(chunks, tries - 1);
        }
    };
    return {
        EVENTS,
        push,
        /** Writes a chunk down at once; the database may get it, too. */
        note: ({ key, json }) => notes.write(tab, key, json),
        /**
         * Writes down, at once and then in the database, that these chunks are handed off as one batch; '' when
         * another tab has taken something for sending in this very moment. First the note, then the look; `begin`
         * looks last, too.
         */
        handOff(keys, events) {
            const tried = events.length;
            const key = keyOf(EVENTS, `${events[0]?.id}`, tried, tried);
            const json = JSON.stringify({ events, tried, bad: 0, until: now() + HAND_OFF_MS, keys });
            const before = notes.marked();
            const place = notes.write('', key, json);
            if (notes.marked() > before) {
                notes.remove(place);
                return '';
            }
            notes.mark(`${keys.at(-1)}`);
            store((t) => {
                for (const old of keys)
                    t.remove(old);
                t.put(key, json);
            });
            return key;
        },
        /** Chooses what is sent next and writes down that it is, in one transaction. */
        begin: (grantedAt, hopeful) => withNotes(async (t, adopted) => {
            const time = now();
            const state = stateFrom(await t.get(at('s')));
            const lease = remaining(state.leaseUntil, LEASE_MS, time);
            // Younger than our lock, it is of a tab that took us for dead; without a lock, it is another tab's.
            if (lease && state.leaseUntil - LEASE_MS > grantedAt)
                return { ms: Math.min(lease, BUSY_MS) };
            const ms = waitMs(state, limits.burstMs, time);
            const soft = state.reason === 'unanswered' || state.reason === 'paused';
            if (ms && !(hopeful && soft))
                return { ms, failing: !!state.reason };
            const keys = [];
            let batch;
            let answerMs = Infinity;
            let chars = 0;
            for (const key of await t.keys(EVENTS, limits.events)) {
                const json = await t.get(key);
                const next = batchFrom(json);
                const [first] = next.events;
                const left = remaining(next.until, HAND_OFF_MS, time);
                chars += `${json}`.length;
                if (!first) {
                    t.remove(key);
                    await drop(t, 'unreadable', countsOf(key)[0] || 1);
                }
                else if (left)
                    answerMs = Math.min(answerMs, left);
                else if (!batch) {
                    batch = next;
                    keys.push(key);
                }
                else {
                    const [head] = batch.events;
                    const events = [...batch.events, ...next.events];
                    const isOther = batch.tried || batch.bad || next.tried || next.bad || !head || groupOf(head) !== groupOf(first);
                    if (isOther || events.length > limits.events || chars * 4 > limits.bytes)
                        break;
                    batch = { ...batch, events };
                    keys.push(key);
                }
            }
            if (!batch)
                return { ms: answerMs };
            const { events, tried } = batch;
            const fateOf = (event, index) => {
                if (timeOfId(event.id) < time - maxAgeMs)
                    return { type: 'dropped', reason: 'expired' };
                return assumeDelivered && index < tried ? { type: 'delivered' } : undefined;
            };
            const settled = events.flatMap((event, index) => {
                const outcome = fateOf(event, index);
                return outcome ? [[event, outcome]] : [];
            });
            if (settled.length) {
                const left = events.filter((event, index) => !fateOf(event, index));
                replace(t, keys, { ...batch, events: left, tried: Math.max(0, tried - settled.length), bad: 0 });
                await change(t, (state) => counted(state, settled.map(([, outcome]) => outcome)));
                return { settled };
            }
            const attempt = tried ? 'resend' : 'first';
            const part = destination.encode(nextOf(batch), attempt);
            // What a page hands off lies above the mark. First the mark, then the look; `handOff` does the same.
            notes.mark(`${keys.at(-1)}`);
            if (notes.read().length > adopted)
                return { ms: 0 };
            const key = replace(t, keys, { ...batch, tried: tried || part.events.length });
            await change(t, (state) => ({
                ...spent(state, part.costMs, limits.burstMs, time),
                leaseUntil: time + LEASE_MS,
            }));
            return { key, part, attempt };
        }),
        /** Writes down what became of the first events of a batch: removes them, or keeps them for later. */
        settle: (key, outcomes, attempt) => withNotes(async (t) => {
            const batch = batchFrom(await t.get(key));
            if (!batch.events.length)
                return;
            batch.events.forEach((event, index) => {
                const outcome = outcomes[index];
                if (outcome?.type === 'dropped')
                    t.put(at(`d/${event.id}`), JSON.stringify({ event, outcome }));
            });
            replace(t, [key], batchAfter(batch, outcomes, attempt));
            await change(t, (state) => learned(state, outcomes, limits.burstMs, now(), random));
        }),
        census: () => store(async (t) => {
            const keys = await t.keys(EVENTS);
            const { delivered, dropped, reason, detail } = stateFrom(await t.get(at('s')));
            const sum = (index) => keys.reduce((total, key) => total + (countsOf(key)[index] ?? 0), 0);
            return {
                queued: sum(0),
                inFlight: sum(1),
                oldestMs: keys[0] ? now() - timeOfId(keys[0].slice(EVENTS.length)) : 0,
                delivered,
                dropped,
                paused: reason === 'paused' ? detail : '',
            };
        }),
    };
};
