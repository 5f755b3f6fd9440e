import { jsonOf, parsed } from "../core/json.js";
import { unansweredKeyOf } from "../core/record-key.js";
/*
 * Version 0.1 kept everything under the destination's name alone. What it has left belongs to the account that starts
 * first.
 */
/** Its records. What was on its way when it ended may have been delivered. */
export const takeOverRecords = async (t, { name }, queue) => {
    const { sending } = parsed(await t.get(`${name}/s`));
    for (const key of await t.keys(`${name}/`)) {
        const json = await t.get(key);
        const isSent = Array.isArray(sending) && sending.includes(key);
        t.remove(key);
        if (json && key !== `${name}/s`)
            t.put(queue + (isSent ? unansweredKeyOf(key) : key).slice(name.length), json);
    }
};
/** The notes of its pages. */
export const takeOverNotes = (area, { name }, queue) => {
    const moved = (key) => (typeof key === 'string' ? queue + key.slice(name.length) : '');
    for (const place of area.keys()) {
        const id = place.slice(`sendoff/${name}/`.length);
        if (place !== `sendoff/${name}/${id}`)
            continue;
        const { chunks, keys, ...note } = parsed(area.get(place));
        const entries = Object.entries({ ...chunks }).map(([key, json]) => [moved(key), json]);
        const its = {
            ...note,
            chunks: Object.fromEntries(entries),
            keys: Array.isArray(keys) ? keys.map(moved) : [],
        };
        area.set(`sendoff/${queue}/${id}`, jsonOf(its));
        area.delete(place);
    }
};
