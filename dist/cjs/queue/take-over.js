"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.takeOverNotes = exports.takeOverRecords = void 0;
const json_ts_1 = require("../core/json.js");
const record_key_ts_1 = require("../core/record-key.js");
/*
 * Version 0.1 kept everything under the destination's name alone. What it has left belongs to the account that starts
 * first.
 */
/** Its records. What was on its way when it ended may have been delivered. */
const takeOverRecords = async (t, { name }, queue) => {
    const { sending } = (0, json_ts_1.parsed)(await t.get(`${name}/s`));
    for (const key of await t.keys(`${name}/`)) {
        const json = await t.get(key);
        const isSent = Array.isArray(sending) && sending.includes(key);
        t.remove(key);
        if (json && key !== `${name}/s`)
            t.put(queue + (isSent ? (0, record_key_ts_1.unansweredKeyOf)(key) : key).slice(name.length), json);
    }
};
exports.takeOverRecords = takeOverRecords;
/** The notes of its pages. */
const takeOverNotes = (area, { name }, queue) => {
    const moved = (key) => (typeof key === 'string' ? queue + key.slice(name.length) : '');
    for (const place of area.keys()) {
        const id = place.slice(`sendoff/${name}/`.length);
        if (place !== `sendoff/${name}/${id}`)
            continue;
        const { chunks, keys, ...note } = (0, json_ts_1.parsed)(area.get(place));
        const entries = Object.entries({ ...chunks }).map(([key, json]) => [moved(key), json]);
        const its = {
            ...note,
            chunks: Object.fromEntries(entries),
            keys: Array.isArray(keys) ? keys.map(moved) : [],
        };
        area.set(`sendoff/${queue}/${id}`, (0, json_ts_1.jsonOf)(its));
        area.delete(place);
    }
};
exports.takeOverNotes = takeOverNotes;
