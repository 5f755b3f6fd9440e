"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createDeadLetters = void 0;
const json_ts_1 = require("../core/json.js");
const record_key_ts_1 = require("../core/record-key.js");
const KEY = /^([^/]+)\/d\/(.+)$/;
/** The dead letters of all destinations and accounts. */
const createDeadLetters = (store) => {
    /** Hands the chosen letters to `work`, oldest first; tells how many they were. */
    const each = (ids, work) => store(async (t) => {
        let letters = 0;
        for (const key of await t.keys('')) {
            const [, queue = '', id = ''] = KEY.exec(key) ?? [];
            if (!queue || (ids && !ids.includes(id)))
                continue;
            const { event, reason = 'refused', detail } = (0, json_ts_1.parsed)(await t.get(key));
            // A foreign record is not ours to touch.
            if (!event)
                continue;
            const { name: destination, account } = (0, record_key_ts_1.ownerOf)(queue);
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
            t.put((0, record_key_ts_1.revivedKeyOf)(key), (0, json_ts_1.jsonOf)([event]));
        }),
        /** Forgets them. Tells how many. */
        clear: (ids) => each(ids, (t, key) => t.remove(key)),
    };
};
exports.createDeadLetters = createDeadLetters;
