"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.gather = void 0;
const event_ts_1 = require("../core/event.js");
const id_ts_1 = require("../core/id.js");
const record_key_ts_1 = require("../core/record-key.js");
/**
 * Reads records, oldest first, for as long as they are taken; returns the keys of those. Removes what is not to be
 * sent: what cannot be read, what is older than `oldest`, and all that can be read where `isAssumed`.
 */
const gather = async (t, keys, takes, oldest, isAssumed, onEnd) => {
    const taken = [];
    const records = keys.map(async (key) => [key, await t.get(key)]);
    for (const [key, json] of await Promise.all(records)) {
        const events = (0, event_ts_1.eventsIn)(json);
        const [first] = events;
        const isWhole = first && events.length === (0, record_key_ts_1.countIn)(key);
        const reason = !isWhole
            ? 'unreadable'
            : (0, id_ts_1.timeOfId)(first.id) < oldest
                ? 'expired'
                : isAssumed && 'delivered';
        if (reason) {
            t.remove(key);
            onEnd(reason, (0, record_key_ts_1.countIn)(key));
        }
        else if (takes(json, events))
            taken.push(key);
        else
            return taken;
    }
    return taken;
};
exports.gather = gather;
