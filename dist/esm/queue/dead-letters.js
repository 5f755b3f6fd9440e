import { jsonOf, parsed } from "../core/json.js";
import { ownerOf, revivedKeyOf } from "../core/record-key.js";
const KEY = /^([^/]+)\/d\/(.+)$/;
/** The dead letters of all destinations and accounts. */
export const createDeadLetters = (store) => {
    /** Hands the chosen letters to `work`, oldest first; tells how many they were. */
    const each = (ids, work) => store(async (t) => {
        let letters = 0;
        for (const key of await t.keys('')) {
            const [, queue = '', id = ''] = KEY.exec(key) ?? [];
            if (!queue || (ids && !ids.includes(id)))
                continue;
            const { event, reason = 'refused', detail } = parsed(await t.get(key));
            // A foreign record is not ours to touch.
            if (!event)
                continue;
            const { name: destination, account } = ownerOf(queue);
            work(t, key, { destination, account, event, reason, detail });
            letters++;
        }
        return letters;
    });
    return {
        async list() {
            const found = [];
            await each(undefined, (_, __, letter) => found.push(letter));
            return found;
        },
        /** Puts them back into their queues, as events that the vendor has seen: they go alone. Tells how many. */
        retry: (ids) => each(ids, (t, key, { event }) => {
            t.remove(key);
            t.put(revivedKeyOf(key), jsonOf([event]));
        }),
        /** Forgets them. Tells how many. */
        clear: (ids) => each(ids, (t, key) => t.remove(key)),
    };
};
