import { counted, stateFrom } from "../core/state.js";
import { countIn, keyOf } from "./chunk.js";
import { createMemoryStore } from "./store.js";
/**
 * One destination's part of the database. Under its name lie: `e/` the events in batches, `d/` dead letters, `w/`
 * the last record that each tab has written, `s` the shared state.
 */
export const createShelf = ({ destination, now, store, onLoss }) => {
    const at = (kind) => `${destination.name}/${kind}`;
    const EVENTS = at('e/');
    const STATE = at('s');
    const WRITTEN = at('w/');
    let inMemory = false;
    let uncounted = 0;
    const readState = async (t) => stateFrom(await t.get(STATE), now());
    const change = async (t, update) => {
        t.put(STATE, JSON.stringify({ ...update(await readState(t)), at: now() }));
    };
    const count = (t, reason, events) => change(t, (state) => ({ ...state, counts: counted(state.counts, reason, events) }));
    /** Notes down that `by` has written up to `key`. */
    const raise = async (t, by, key = '') => {
        if (key > ((await t.get(WRITTEN + by)) ?? ''))
            t.put(WRITTEN + by, key);
    };
    const drop = async (t, key, reason) => {
        const events = countIn(key);
        t.remove(key);
        await count(t, reason, events);
        onLoss(reason, events);
    };
    /** Puts a batch in the place of these records. */
    const replace = (t, keys, batch) => {
        const key = keyOf(EVENTS, batch.events);
        keys.forEach(t.remove);
        if (batch.events[0])
            t.put(key, JSON.stringify(batch));
        return key;
    };
    /** Removes so many of the oldest events, and tells how many are gone. It must not write: the storage may be full. */
    const evict = async (excess) => {
        const evicted = await store(async (t) => {
            const keys = await t.keys(EVENTS);
            const most = excess(keys.reduce((sum, key) => sum + countIn(key), 0));
            let events = 0;
            for (const key of keys)
                if (events < most) {
                    events += countIn(key);
                    t.remove(key);
                }
            return events;
        });
        uncounted += evicted;
        if (evicted)
            onLoss('evicted', evicted);
        return evicted;
    };
    /**
     * Runs `work`. When the storage is full some of the oldest events go; engines disagree on the error, and Firefox
     * rejects with null. When that does not help (it may be full of other things), memory has to do.
     */
    const durably = async (work, tries = 4) => {
        const used = store;
        let counting = 0;
        try {
            const result = await used(async (t) => {
                const result = await work(t);
                counting = uncounted;
                if (counting)
                    await count(t, 'evicted', counting);
                return result;
            });
            uncounted -= counting;
            return result;
        }
        catch (error) {
            // A TypeError is no database's: there is none, or it is ours.
            const mayHelp = tries && store === used && !(error instanceof TypeError);
            // The first failure may have been about anything: it is only tried again.
            const evicted = mayHelp && (tries > 3 || (await evict(() => 1).catch(() => 0)));
            if (!evicted && store === used) {
                store = createMemoryStore();
                inMemory = true;
                onLoss('memory', 0);
            }
            return durably(work, tries - 1);
        }
    };
    return {
        EVENTS,
        LETTERS: at('d/'),
        WRITTEN,
        readState,
        change,
        raise,
        count,
        drop,
        replace,
        evict,
        durably,
        isMemory: () => inMemory,
    };
};
