import { unansweredKeyOf } from "../core/record-key.js";
/** Puts records where the vendor may have them. */
export const markUnanswered = async (t, keys) => {
    for (const key of keys) {
        const json = await t.get(key);
        t.remove(key);
        if (json)
            t.put(unansweredKeyOf(key), json);
    }
};
